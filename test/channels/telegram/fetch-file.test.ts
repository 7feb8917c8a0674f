// A document is fetched whole, asked for again when it does not come, and never beyond a file’s largest size.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { largestFile } from '../../../src/app/message.ts'
import { connect } from '../../../src/channels/telegram/api.ts'
import { createFetchFile } from '../../../src/channels/telegram/fetch-file.ts'
import { startTelegramSim, type TelegramSim } from '../../telegram-sim/start-telegram-sim.ts'

let sim: TelegramSim
beforeEach(async () => {
  sim = await startTelegramSim()
})
afterEach(() => sim.stop())

const body = new TextEncoder().encode('稿')

const fetching = (limitMs = 2_000) => {
  const logged: string[] = []
  const { token, apiRoot } = sim
  const log = (event: string, fields: object = {}) => void logged.push(`${event} ${JSON.stringify(fields)}`)
  return {
    fetchFile: createFetchFile({ api: connect(sim), token, apiRoot, log, limitMs }),
    logged,
  }
}

/** A file that lies with Telegram, by its id there. */
const lying = (name: string, bytes: Uint8Array): string => {
  const wang = sim.user({ id: 10001 })
  const { document } = sim.chat(10001).messages.get(wang.sendDocument(name, bytes)) ?? {}
  if (!document) throw new Error('no document')
  return document.id
}

const calls = () => sim.calls.map(({ method, ok }) => [method, ok])

describe('a document', () => {
  test('comes with all its bytes, after its place was asked', async () => {
    const { fetchFile } = fetching()
    expect(await fetchFile(lying('报告 1%#.docx', body))).toEqual(body)
    expect(calls()).toEqual([
      ['getFile', true],
      ['file', true],
    ])
    sim.assertClean()
  })

  test.each(['cut', 502] as const)('that does not come once (%s) is asked again', async fault => {
    const { fetchFile, logged } = fetching()
    const id = lying('a.docx', body)
    sim.fail({ method: 'file', with: fault })
    expect(await fetchFile(id)).toEqual(body)
    expect(logged).toEqual([])
  })

  test.each([
    ['the network fails', { method: 'file', with: 'cut', times: 9 }],
    ['the place is not told', { method: 'getFile', with: 500, times: 9 }],
    ['nobody answers', { method: 'file', with: 'timeout', times: 9 }],
  ] as const)('is given up when %s, and no secret is told', { timeout: 10_000 }, async (_, order) => {
    const { fetchFile, logged } = fetching(300)
    const id = lying('a.docx', body)
    sim.fail(order)
    const error = await fetchFile(id).catch((reason: unknown) => reason)
    expect(String(error)).toBe('Error: not fetched')
    expect(JSON.stringify([logged, (error as Error).stack])).not.toContain(sim.token)
    expect(logged).toHaveLength(1)
  })

  test('is not read further than a file may be long', async () => {
    const { fetchFile } = fetching()
    const id = lying('a.docx', new Uint8Array(largestFile + 1))
    await expect(fetchFile(id)).rejects.toThrow('not fetched')
    expect(await fetchFile(lying('b.docx', new Uint8Array(largestFile)))).toHaveLength(largestFile)
  })

  test('that Telegram does not know is asked for once', async () => {
    const { fetchFile } = fetching()
    sim.expectRefusal(/invalid file_id/)
    await expect(fetchFile('nowhere')).rejects.toThrow('not fetched')
    expect(calls()).toEqual([['getFile', false]])
  })
})
