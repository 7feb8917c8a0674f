// Ways through a street's report that scenarios share: to a certain question, or through everything.

import type { Client } from '../telegram-sim/start-telegram-sim.ts'
import type { Office } from './office.ts'

type Step = (person: Client) => unknown

const opening = '2020年望湖街道按要求做好政府信息公开，现将全年情况报告如下：'
const overview = '（一）健全工作机制。明确专人负责。\n（二）加强业务培训。全年培训两次。'
const problems = '（一）主要问题。栏目更新不够及时。\n（二）改进措施。每周检查一次。'

/** Every answer of the report with two figures, in order, by the name of the question it answers. */
export const street2020 = {
  begin: person => person.tap('开始填报'),
  tick: person => person.tap('政府集中采购'),
  chosen: person => person.tap('选完了'),
  projects: person => person.send('53项'),
  amount: person => person.send('116万元'),
  requests: person => person.tap('没有'),
  disputes: person => person.tap('没有'),
  overview: person => person.send(overview),
  written: person => person.tap('写完了'),
  problems: person => person.send(problems),
  other: person => person.tap('无'),
  preamble: person => person.send(opening),
  document: person => person.tap('生成送审稿'),
} as const satisfies Record<string, Step>

type Name = keyof typeof street2020

const names = Object.keys(street2020) as Name[]

/** Gives the answers from `from` (the first when absent) up to but not including `until`; `before` runs before each. */
export const walk = async (
  office: Office,
  person: Client,
  {
    from = 'begin',
    until,
    before,
  }: { readonly from?: Name; readonly until?: Name; readonly before?: () => void } = {},
): Promise<void> => {
  const end = until === undefined ? names.length : names.indexOf(until)
  for (const name of names.slice(names.indexOf(from), end)) {
    before?.()
    await office.does(person, () => street2020[name](person))
  }
}

/** The figures of that report which are not zero. */
export const expected = { 'disclosure.procurement.projects': 53, 'disclosure.procurement.amount': '116万元' }

/** What stands in the report besides zeros. */
export const notZero = async ({ ledger }: Office): Promise<Record<string, unknown>> => {
  const { figures } = await ledger.report()
  return Object.fromEntries(Object.entries(figures).filter(([, figure]) => figure !== 0))
}
