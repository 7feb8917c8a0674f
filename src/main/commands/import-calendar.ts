// `nianbao calendar import FILE`: the year's notice of holidays, as text or as data, from which working days are counted.

import { importCalendar as importNotice } from '../../app/registry/import-calendar.ts'
import { mostNoticeBytes, readNoticeFile } from '../../intake/holiday-notice.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { doneOr } from './done-or.ts'
import { printable } from './input-words.ts'
import { readBytes } from './read-bytes.ts'
import { withStore } from './with-store.ts'

export type ImportCalendarOptions = { readonly json?: boolean }

export const importCalendar = async (
  file: string,
  { json }: ImportCalendarOptions,
  context: CommandContext,
): Promise<number> => {
  const { say } = context
  const bytes = await readBytes(context, file, mostMegabytes)
  if (typeof bytes === 'string') throw refusal(say('input.line', { file, why: bytes }))
  const read = readNoticeFile(bytes)
  if (!read.ok) {
    const why = say(`calendar.${read.why}`, {
      clause: printable(read.clause),
      limit: mostNoticeBytes / 1_000,
    })
    throw refusal(say('input.line', { file, why }))
  }
  const { year, off, work } = read
  return withStore(context, async (store, config) => {
    const deps = { ...recorderOf(store, auditSeal(config)), calendar: store }
    const act = await importNotice(deps, { type: 'shell', at: context.now() }, { year, off, work })
    const notice = doneOr(context, act, { name: file })
    const counts = { year, off: off.length, work: work.length }
    context.print(json ? JSON.stringify(notice) : say('calendar.imported', counts))
    return 0
  })
}

const mostMegabytes = 1
