// What hostile texts, Word files and posts cost beside ordinary ones of the same length or way in. They are those of the
// tests, which prove that the work over them grows as they do; here it is weighed.

import { docxOf } from '../src/document/docx.ts'
import { outlineOf } from '../src/document/outline.ts'
import { type Filing, longestText, personId } from '../src/engine/filing.ts'
import type { TextKey } from '../src/engine/form.ts'
import { indexOf } from '../src/engine/index-of.ts'
import { createReview } from '../src/engine/review.ts'
import { readPasted } from '../src/engine/steps/rows.ts'
import { catalog } from '../src/forms/catalog.ts'
import { readDocx } from '../src/intake/docx.ts'
import { openHouse } from '../test/channels/web/house.ts'
import { hostileDocuments } from '../test/intake/docx/hostile-documents.ts'
import { barelyUnlike } from '../test/reading/barely-unlike.ts'
import { hostilePhrases, hostileText } from '../test/reading/hostile-phrases.ts'
import { cpuOf } from './cpu.ts'
import { form, fullFiling, unit } from './full-filing.ts'
import { figure, median, ratio, type Section } from './report.ts'

type Options = { readonly rounds: number }
/** The first is the ordinary one. `nth` makes an input that was never read before. */
type Inputs = readonly (readonly [name: string, make: (nth: number) => () => unknown])[]

export async function hostileTexts({ rounds }: Options): Promise<Section> {
  const keys = [...indexOf(form).texts.values()].map(({ text }) => text)
  const filled = (text: (key: TextKey, at: number) => string): Filing => {
    const filing = fullFiling()
    const part = { by: personId('bench'), at: 0, message: null }
    return { ...filing, texts: new Map(keys.map((key, at) => [key, [{ ...part, body: text(key, at) }]])) }
  }
  const judged = (text: (head: string, year: 0 | 1) => string) => (nth: number) => {
    const [now, before] = ([1, 0] as const).map(year => filled((_, at) => text(`${nth}.${at}.${year}`, year)))
    if (!now || !before) throw new Error('no filings')
    const known = { unit: { ...unit, powers: {} }, previous: { form, filing: before }, yearEnd: null }
    return () => createReview()(form, now, known)
  }
  const inputs: Inputs = [
    ...Object.entries(hostilePhrases).map(
      ([name, phrase]) => [name, judged(head => hostileText(phrase, longestText, head))] as const,
    ),
    [
      'sentences barely unlike last year’s',
      judged((head, year) => (head + barelyUnlike(longestText, year)).slice(0, longestText)),
    ],
  ]
  return section(
    `Hostile texts: all checks over ${keys.length} texts of ${figure(longestText, 0)} characters, and over last year's`,
    inputs,
    rounds,
  )
}

export async function hostileFiles({ rounds }: Options): Promise<Section> {
  const ordinary = await docxOf(outlineOf({ form, filing: fullFiling(), unitName: unit.name }))
  const read = (bytes: Uint8Array) => () => () => readDocx(bytes, catalog, async () => {})
  const inputs: Inputs = [
    ['the document of a full report', read(ordinary)],
    ...hostileDocuments.map(({ name, most, make }) => [name, read(make(most))] as const),
  ]
  const files = await section('Hostile Word files: read from bytes to a draft', inputs, rounds)
  const slices = await slicesOf([ordinary, ...hostileDocuments.map(({ most, make }) => make(most))])
  const [middle, late] = [0.5, 0.95].map(share => slices[Math.floor(slices.length * share)] ?? Number.NaN)
  const notes = [
    `a slice, after which others have their turn: median ${figure(middle ?? 0, 1)}, 95 % within ${figure(late ?? 0, 1)} CPU ms (${slices.length} slices)`,
  ]
  return { ...files, notes }
}

/** As they reach a question; the message's own limit stands before them in a channel. */
export const hostilePastes = ({ rounds }: Options): Promise<Section> => {
  const state = { form, filing: fullFiling() }
  const read = (text: string) => () => () => readPasted(state, { type: 'welcome' }, text)
  const ledger = (rows: number) =>
    `申请人类型\t答复类型\n${Array.from({ length: rows }, (_, at) => `${at % 3 ? '自然人' : '商业企业'}\t${at % 2 ? '予以公开' : '部分公开'}`).join('\n')}`
  const wide = (columns: number) => `行政许可\t${'7\t'.repeat(columns)}\n行政处罚\t${'8\t'.repeat(columns)}`
  return section(
    'Hostile pastes: read as a ledger, a table or rows',
    [
      ['a ledger of 20 rows', read(ledger(20))],
      ['a ledger of 1,000 rows', read(ledger(1_000))],
      ['a ledger of 2,000 rows', read(ledger(2_000))],
      ['two rows of 10,000 columns', read(wide(10_000))],
      ['1 MB of rows', read('行政许可\t7\n'.repeat(120_000))],
      ['1 MB of tabs', read('\t'.repeat(1_000_000))],
    ],
    rounds,
  )
}

/** CPU of each slice of these files, in rising order. */
async function slicesOf(files: readonly Uint8Array[]): Promise<readonly number[]> {
  const slices: number[] = []
  for (const bytes of files) {
    let since = process.cpuUsage()
    await readDocx(bytes, catalog, async () => {
      const { user, system } = process.cpuUsage(since)
      slices.push((user + system) / 1000)
      since = process.cpuUsage()
    })
  }
  return slices.sort((one, other) => one - other)
}

export async function hostilePosts({ rounds }: Options): Promise<Section> {
  const house = await openHouse()
  const browser = await house.entered()
  let posts = 0
  const post = (path: string, type: string, body: (id: string) => string) => () => {
    posts += 1
    const given = body(`post-${posts}`)
    // So seldom that nobody is told to wait.
    house.clock.now += 60_000
    return () => browser.request(path, { method: 'POST', headers: { 'content-type': type }, body: given })
  }
  const json = (more: object) => (id: string) => JSON.stringify({ id, text: '帮助', ...more })
  const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'
  const [messages, isJson] = ['/chat/messages', 'application/json'] as const
  const inputs: Inputs = [
    ['a word', post(messages, isJson, json({}))],
    ['20,000 numeral signs', post(messages, isJson, json({ text: '万'.repeat(longestText) }))],
    ['a megabyte of text', post(messages, isJson, json({ text: '文'.repeat(350_000) }))],
    [
      '20,000 keys',
      post(
        messages,
        isJson,
        json(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, 0]))),
      ),
    ],
    ['100,000 brackets', post(messages, isJson, () => '['.repeat(100_000) + ']'.repeat(100_000))],
    ['a form of 4,000 parts', post('/chat/say', 'multipart/form-data; boundary=x', () => part.repeat(4_000))],
    [
      'a file of 80,000 parts',
      post('/chat/files', 'multipart/form-data; boundary=x', () => part.repeat(80_000)),
    ],
    [
      'a file of 2,500,000 pairs',
      post('/chat/files', 'application/x-www-form-urlencoded', () => 'a&'.repeat(2_500_000)),
    ],
  ]
  try {
    return await section('Hostile posts to the web chat: from the request to its answer', inputs, rounds)
  } finally {
    await house.close()
  }
}

/** The ordinary input and the others in turn; the first round warms up. */
async function section(title: string, inputs: Inputs, rounds: number): Promise<Section> {
  const times = new Map<string, number[]>(inputs.map(([name]) => [name, []]))
  for (let nth = 0; nth <= rounds; nth += 1) {
    for (const [name, make] of inputs) {
      const took = await cpuOf(make(nth))
      if (nth > 0) times.get(name)?.push(took)
    }
  }
  const [ordinary = []] = times.values()
  return {
    title: `${title}: medians of ${rounds} rounds`,
    columns: ['', 'ratio', 'CPU ms'],
    rows: [...times].map(([name, took]) => [name, figure(ratio(took, ordinary), 1), figure(median(took), 1)]),
    notes: [],
  }
}
