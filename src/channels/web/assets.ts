// Style sheet, scripts and icon under addresses that change with their content, so that browsers may keep them.

import { Hono } from 'hono'

/** The texts as they are in `assets/` and in htmx's package, brought by main. */
export type Assets = {
  readonly style: string
  readonly script: string
  readonly table: string
  readonly htmx: string
}

type AssetName = 'chat.css' | 'chat.js' | 'table.js' | 'htmx.js' | 'icon.svg'

export type AssetUrls = { readonly url: (name: AssetName) => string }

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5cad"/><path d="M9 7h14v18H9z" fill="#fff"/><path d="M12 12h8M12 16h8M12 20h5" stroke="#0b5cad" stroke-width="2"/></svg>`

export const createAssets = ({
  style,
  script,
  table,
  htmx,
}: Assets): AssetUrls & { readonly routes: Hono } => {
  const files = {
    'chat.css': { body: style, type: 'text/css; charset=utf-8' },
    'chat.js': { body: script, type: 'text/javascript; charset=utf-8' },
    'table.js': { body: table, type: 'text/javascript; charset=utf-8' },
    'htmx.js': { body: htmx, type: 'text/javascript; charset=utf-8' },
    'icon.svg': { body: icon, type: 'image/svg+xml' },
  } as const satisfies Record<AssetName, object>
  const versions = new Map(Object.entries(files).map(([name, { body }]) => [name, versionOf(body)]))
  const routes = new Hono()
  routes.get('/assets/:version/:name', (c, next) => {
    const { name, version } = c.req.param()
    if (!Object.hasOwn(files, name) || versions.get(name) !== version) return next()
    const { body, type } = files[name as AssetName]
    return c.body(body, 200, {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })
  return { url: name => `/chat/assets/${versions.get(name)}/${name}`, routes }
}

/** FNV-1a, 32 bits: tells contents apart, no more. */
const versionOf = (text: string): string => {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(36)
}
