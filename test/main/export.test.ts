// The office's files from the command line: what stands in them, that LibreOffice opens them, and that no words of
// people become a formula.

import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { indexOf } from '../../src/engine/index-of.ts'
import { formId } from '../../src/engine/keys.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { openCampaign } from '../../src/main/commands/campaign.ts'
import { exportFile } from '../../src/main/commands/export.ts'
import { importUnits } from '../../src/main/commands/import-units.ts'
import { publishReports } from '../../src/main/commands/publish.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { needs } from '../needs.ts'
import { fakeContext, fileOf, folder, refused } from './fake-context.ts'

const form = catalog.formOf(formId('disclosure-2021'))
const { entered } = indexOf(form)
const received = 'requests.received.natural'
const amount = entered.find(({ answer }) => answer === 'money-wan')?.key ?? ''

/** Six units of which four count and are in; 教育局 is returned, 档案馆 is in and does not count. Names look like formulas. */
const names = ['=cmd|calc', '+月湖街道', '区教育局', '@水利局', '-商务局', '区档案馆']
const figures: Readonly<Record<string, readonly [received: number, fen: number]>> = {
  '=cmd|calc': [6, 1_000_000],
  '+月湖街道': [312, 592_372_449],
  区教育局: [1_000, 99],
  '@水利局': [0, 0],
  '-商务局': [41, 5_500],
  区档案馆: [10_000, 7],
}

const office = async () => {
  const file = join(await folder(), 'nianbao.db')
  const made = fakeContext({ DATABASE_FILE: file })
  const list = ['单位名称,上级,层级,在本区报送,计入本区汇总', '海曙区,,区,否,是']
  for (const [n, name] of names.entries())
    list.push(`单位${n},海曙区,局,是,${name === '区档案馆' ? '否' : '是'}`)
  await importUnits(await fileOf(list.join('\n'), 'units.csv'), {}, made.context)
  await openCampaign({ year: '2026', due: '2027-01-22' }, made.context)
  const sql = await sqlite3(file)
  const run = (text: string, ...params: readonly (string | number)[]) => sql.batch([{ sql: text, params }])
  // A list refuses such names; they can still have come another way.
  for (const [n, name] of names.entries())
    await run('UPDATE unit SET name = ?2 WHERE name = ?1', `单位${n}`, name)
  const filingOf = `(SELECT f.id FROM filing AS f JOIN unit AS u ON u.id = f.unit WHERE u.name = ?1)`
  for (const name of names) {
    const [count, fen] = figures[name] ?? [0, 0]
    const entry = (key: string, answer: string): unknown => {
      if (key === received) return count
      if (answer === 'money-wan') return { fen: key === amount ? fen : 0, unit: 'wan-yuan' }
      return 0
    }
    const cells = entered.map(({ key, answer }) => [key, JSON.stringify(entry(key, answer))])
    await run(
      `INSERT INTO cell (filing, key, value, source, "by", at)
        SELECT ${filingOf}, j.value ->> 0, j.value ->> 1, 'typed', 'p', 0 FROM json_each(?2) AS j`,
      ...[name, JSON.stringify(cells)],
    )
    const state = name === '区教育局' ? 'returned' : 'approved'
    await run(`UPDATE filing SET state = ?2 WHERE id = ${filingOf}`, name, state)
    await run(
      `UPDATE standing SET state = ?2, content = 1, first_submitted_at = 1800000000000, returned_times = 1
        WHERE filing = ${filingOf}`,
      ...[name, state],
    )
  }
  await run(`INSERT INTO person (id, name, phone) VALUES ('p', '=HYPERLINK("x")', '+86 0574')`)
  await run(
    `INSERT INTO membership (id, person, unit, role, since) SELECT 'm', 'p', id, 'filler', 0 FROM unit WHERE name = ?1`,
    '@水利局',
  )
  await run(
    `INSERT INTO publication (filing, content, url, published_on, "by", at)
      VALUES (${filingOf}, 1, 'https://gov.example/1', '2027-01-28', 'p', 0)`,
    '-商务局',
  )
  await sql.close()
  return made
}

/** The words and figures of a file's sheet as they are stored, and its XML. */
const stored = async (file: string) => {
  const parts = unzipSync(await readFile(file))
  const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const plain = (xml: string) =>
    xml.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => marks[name] ?? '')
  const shared = [...textOf('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
    plain(si),
  )
  const xml = textOf('xl/worksheets/sheet1.xml')
  const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, head = '', body = '']) =>
      head.includes('t="s"') ? (shared[Number(plain(body))] ?? '') : plain(body),
    ),
  )
  return { rows, xml }
}
const marks: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const rowsIn = async (file: string) => (await stored(file)).rows

const exported = async (...kinds: readonly string[]): Promise<readonly string[]> => {
  const { context } = await office()
  const place = await folder()
  const files = kinds.map(kind => join(place, `${kind}.xlsx`))
  for (const [n, kind] of kinds.entries())
    expect(await exportFile({ kind, output: files[n] ?? '' }, context)).toBe(0)
  return files
}
const exportedRows = async (kind: string) => rowsIn((await exported(kind))[0] ?? '')

describe('the totals', () => {
  test('are the sums by hand of the units that are in and count, and name who is missing', async () => {
    const rows = await exportedRows('totals')
    const byName = new Map(rows.map(([name = '', ...cells]) => [name, cells]))
    const cells = form.sections.flatMap(section => (section.type === 'table' ? section.cells : []))
    const at = (key: string) => 1 + cells.findIndex(cell => cell.key === key)
    expect(rows.slice(3, 7).map(([name]) => name)).toEqual(['=cmd|calc', '+月湖街道', '@水利局', '-商务局'])
    const sums = byName.get('已汇总 4/5 家')
    expect(sums?.[at(received)]).toBe(String(6 + 312 + 0 + 41))
    expect(sums?.[at('requests.received.total')]).toBe(String(359))
    expect(byName.get('+月湖街道')?.[at(amount)]).toBe('592.372449')
    expect(sums?.[at(amount)]).toBe('593.377949')
    expect(rows.flat()).toContain('未汇总 1 家：区教育局（退回待改）。')
    expect(rows.flat().join()).not.toContain('档案馆')
    expect(rows[1]?.[1 + at(received)]).toContain('本年新收政府信息公开申请数量')
    expect(rows[2]?.[1 + at(received)]).toBe('自然人')
  })
})

describe('the ledger', () => {
  test('has a row for each unit with its filler, telephone, state and address', async () => {
    const rows = await exportedRows('ledger')
    const [, heads = [], ...units] = rows
    const cellAt = (unit: string, head: string) =>
      units.find(row => row[1] === unit)?.[heads.indexOf(head)] ?? null
    expect(units.map(([number, unit]) => [number, unit])).toEqual(names.map((name, n) => [`${n + 1}`, name]))
    expect([cellAt('@水利局', '填报人'), cellAt('@水利局', '电话')]).toEqual(['=HYPERLINK("x")', '+86 0574'])
    expect(cellAt('区教育局', '状态')).toBe('退回待改')
    expect([cellAt('-商务局', '公开日期'), cellAt('-商务局', '网址')]).toEqual([
      ...['2027-01-28', 'https://gov.example/1'],
    ])
    expect(cellAt('区档案馆', '备注')).toBe('不计入汇总')
    expect(cellAt('=cmd|calc', '报送时间')).toContain('1月15日')
  })

  test.each(['ledger', 'totals'])(
    '%s has no formula and no cell that Excel would read as one',
    async kind => {
      const { xml: sheet } = await stored((await exported(kind))[0] ?? '')
      expect(sheet).toContain('<row')
      expect(sheet).not.toMatch(/<f[ >/]/)
    },
  )

  test('another kind is refused with all that there are', async () => {
    const { context } = fakeContext({ DATABASE_FILE: join(await folder(), 'nianbao.db') })
    const [why, exit] = await refused(exportFile({ kind: 'pdf', output: 'x' }, context))
    expect([why.includes('ledger'), exit]).toEqual([true, 2])
  })
})

test('LibreOffice opens both and shows the same words and figures', {
  ...needs('calc'),
  timeout: 120_000,
}, async () => {
  const files = await exported('ledger', 'totals')
  const place = dirname(files[0] ?? '')
  const csv = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true'
  const options = [`-env:UserInstallation=file://${place}/profile`, '--headless', '--convert-to', csv]
  execFileSync('soffice', [...options, '--outdir', place, ...files], { stdio: 'ignore' })
  for (const file of files) {
    const text = await readFile(file.replace(/xlsx$/, 'csv'), 'utf8')
    const shown = text
      .split('\n')
      .map(line => line.split('\t').map(cell => cell.replace(/^"|"$/g, '').replaceAll('""', '"')))
    for (const [n, row] of (await rowsIn(file)).entries()) expect(shown[n]?.slice(0, row.length)).toEqual(row)
  }
})

test('addresses from a file stand in the ledger, and a line that names nobody is told', async () => {
  const { context, out } = await office()
  const list = '单位,网址,公开日期\n区档案馆,https://gov.example/2,2027/1/9\n火星局,https://gov.example/3,'
  const file = await fileOf(list, 'published.csv')
  expect(await publishReports(undefined, { file }, context)).toBe(1)
  expect(out.at(-1)).toBe(
    '✓ 已登记公开 1 家：区档案馆。\n未登记 1 行，请更正后重新发送：\n第 3 行：未找到“火星局”，请写单位全称。',
  )
  expect(await publishReports('@水利局', { url: 'https://gov.example/4' }, context)).toBe(0)
  expect((await refused(publishReports('@水利局', {}, context)))[1]).toBe(2)
  const output = join(await folder(), 'ledger.xlsx')
  await exportFile({ kind: 'ledger', output }, context)
  const rows = await rowsIn(output)
  const ofUnit = (unit: string) => rows.find(row => row[1] === unit)?.slice(-3, -1)
  expect(ofUnit('区档案馆')).toEqual(['2027-01-09', 'https://gov.example/2'])
  expect(ofUnit('@水利局')).toEqual(['2027-01-12', 'https://gov.example/4'])
})
