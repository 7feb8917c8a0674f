// The body of a call, whatever its form: query, JSON, form or multipart. Outside JSON every parameter is a string,
// so objects must arrive as JSON text; those that do not are what the client lost.

import type { IncomingMessage } from 'node:http'
import { bad } from './refusal.ts'
import type { Fields } from './types.ts'

export interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface CallBody {
  readonly params: Fields
  readonly files: ReadonlyMap<string, UploadedFile>
}

const OBJECT_PARAMETERS = [
  'reply_markup',
  'entities',
  'caption_entities',
  'reply_parameters',
  'link_preview_options',
  'commands',
  'scope',
  'allowed_updates',
  'menu_button',
]

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** JSON text becomes what it says; text that is not JSON stays text, for the method to refuse. */
function readObjects(params: Fields): Fields {
  for (const name of OBJECT_PARAMETERS) {
    const value = params[name]
    if (typeof value !== 'string' || value === '') continue
    try {
      params[name] = JSON.parse(value)
    } catch {
      // left as it is
    }
  }
  return params
}

function readJson(text: string): Fields {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return bad("Can't parse request body JSON object")
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad('Expected an Object')
  return value as Fields
}

/** Reads a call; refuses a body that Telegram could not read. */
export async function readBody(request: IncomingMessage, query: URLSearchParams): Promise<CallBody> {
  const bytes = await readAll(request)
  const type = request.headers['content-type'] ?? ''
  const params: Fields = Object.fromEntries(query)
  const files = new Map<string, UploadedFile>()
  if (type.startsWith('application/json')) {
    if (bytes.length > 0) Object.assign(params, readJson(bytes.toString('utf8')))
  } else if (type.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
      .formData()
      .catch(() => bad("Can't parse multipart/form-data request body"))
    for (const [name, value] of form) {
      if (typeof value === 'string') params[name] = value
      else files.set(name, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
    }
  } else if (bytes.length > 0) {
    Object.assign(params, Object.fromEntries(new URLSearchParams(bytes.toString('utf8'))))
  }
  return { params: readObjects(params), files }
}
