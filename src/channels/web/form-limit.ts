// How long a posted body may be, and how many fields a form may have: they are counted before it is parsed, since parsers
// take as many as come (5 MB of `a&` cost minutes).

import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { every } from 'hono/combine'
import type { WebKey } from '../../i18n/books.ts'
import type { WebDeps } from './deps.ts'
import { largestPost, mostFields } from './read.ts'

type Refusing = Pick<WebDeps, 'refusals'>

export const limitBody = (
  { refusals }: Refusing,
  bytes: number,
  sentence: WebKey = 'refused.too-large',
): MiddlewareHandler => bodyLimit({ maxSize: bytes, onError: async c => refusals.page(c, 413, sentence) })

/** Before a form is parsed; a body of any other type is not parsed as one. Only multipart may exceed the longest text. */
export const limitForm = (
  deps: Refusing,
  bytes: number,
  sentence?: WebKey,
  most: number = mostFields,
): MiddlewareHandler =>
  every(limitBody(deps, bytes, sentence), async (c, next) => {
    const { page } = deps.refusals
    const type = c.req.header('content-type') ?? ''
    const isMultipart = /^multipart\/form-data\b/i.test(type)
    if (!isMultipart && !/^application\/x-www-form-urlencoded\b/i.test(type)) return next()
    const separator = isMultipart ? separatorOf(type) : '&'
    if (separator === null) return page(c, 400, 'refused.malformed')
    const body = new Uint8Array(await c.req.arrayBuffer())
    if (!isMultipart && body.length > largestPost) return page(c, 413, 'refused.too-large')
    return occursMoreOften(most, separator, body) ? page(c, 413, 'refused.too-many-fields') : next()
  })

/** The line between two parts (RFC 2046, 5.1.1). A second parameter could be another boundary, which parsers take. */
const separatorOf = (type: string): string | null => {
  const [, quoted, plain] =
    /^multipart\/form-data;\s?boundary=(?:"([^";\\]{1,70})"|([^\s";]{1,70}))$/i.exec(type) ?? []
  const boundary = quoted ?? plain
  return boundary === undefined ? null : `\n--${boundary}`
}

/** No separator begins inside another, so that a byte is looked at twice at most. */
const occursMoreOften = (most: number, separator: string, body: Uint8Array): boolean => {
  const signs = new TextEncoder().encode(separator)
  const [first = 0] = signs
  let count = 0
  for (let at = body.indexOf(first); at >= 0 && count <= most; at = body.indexOf(first, at + 1))
    if (signs.every((sign, nth) => body[at + nth] === sign)) count += 1
  return count > most
}
