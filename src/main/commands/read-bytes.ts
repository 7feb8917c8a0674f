// A file's bytes up to a limit, or one sentence why they cannot be had.

import { open } from 'node:fs/promises'
import type { CliKey } from '../../i18n/books.ts'
import { type CommandContext, codeOf } from './command-context.ts'

/** The file's bytes, or why they cannot be had. */
export const readBytes = async (
  { say }: CommandContext,
  file: string,
  mostMegabytes: number,
): Promise<Buffer | string> => {
  const mostBytes = mostMegabytes * 1024 * 1024
  try {
    const handle = await open(file)
    try {
      const body = Buffer.alloc(mostBytes + 1)
      let length = 0
      for (let read = 1; read > 0 && length <= mostBytes; length += read) {
        read = (await handle.read(body, length, body.length - length)).bytesRead
      }
      return length > mostBytes ? say('input.too-large', { limit: mostMegabytes }) : body.subarray(0, length)
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = codeOf(error)
    return say(readErrors[code] ?? 'input.unreadable', { why: code })
  }
}

const readErrors: Readonly<Record<string, CliKey>> = {
  ENOENT: 'input.missing',
  ENOTDIR: 'input.missing',
  EISDIR: 'input.directory',
  EACCES: 'input.denied',
  EPERM: 'input.denied',
}
