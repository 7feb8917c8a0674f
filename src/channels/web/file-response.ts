// A file as an answer that a browser saves under the file's own name.

import type { Context } from 'hono'
import type { FileBody } from '../../app/ports/channel.ts'

/** RFC 6266: the name in UTF-8 as `filename*`, and one for clients that read only ASCII. */
export const fileResponse = (c: Context, { name, mime, body }: FileBody): Response => {
  const ascii = `report.${name.split('.').at(-1)}`
  const encoded = encodeURIComponent(name).replace(/['()*]/g, percent)
  return c.body(body.slice().buffer, 200, {
    'Content-Type': mime,
    'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
  })
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
