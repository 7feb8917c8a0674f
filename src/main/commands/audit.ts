// `nianbao audit verify`: whether every line of the audit stands as it was written. It keeps one digest of all chains, to
// be told to somebody outside, and changes nothing else.

import type { AuditHead } from '../../app/ports/audits.ts'
import { type AuditFinding, takeHead, verifyAudit } from '../../app/verify-audit.ts'
import { assertNever } from '../../faults.ts'
import type { Store } from '../../storage/store.ts'
import { auditSeal } from '../audit-seal.ts'
import type { Config } from '../config.ts'
import type { CommandContext } from './command-context.ts'
import { instantWords } from './units.ts'
import { withStore } from './with-store.ts'

export type AuditOptions = { readonly head?: string; readonly json?: boolean }

/** Exit code 0: all is whole; 1: something is not. `head` is a digest that was told earlier. */
export const verifyAll = async (options: AuditOptions, context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const reading = { audits: store, seal: auditSeal(config) }
    const told = options.head === undefined ? [] : [options.head.trim().toLowerCase()]
    const findings = await verifyAudit(reading, told)
    const last = await store.lastHead()
    const ok = findings.length === 0
    const head = ok ? await takeHead(reading, context.now()) : null
    if (options.json) {
      context.print(JSON.stringify({ ok, findings, head: shown(head), last: shown(last) }))
      return ok ? 0 : 1
    }
    for (const line of await findingLines(context, store, config, findings)) context.print(line)
    if (last) context.print(context.say('audit.last', { at: instantWords(context, config, last.at) }))
    if (head) context.print(context.say('audit.whole', { count: head.count, digest: head.digest }))
    return ok ? 0 : 1
  })

const shown = (head: AuditHead | null) => head && { at: head.at, digest: head.digest, count: head.count }

/** Findings in words; a chain is called by its unit and year, and by the name it has in the audit. */
export const findingLines = async (
  context: CommandContext,
  store: Pick<Store, 'units'>,
  config: Config,
  findings: readonly AuditFinding[],
): Promise<readonly string[]> => {
  const { say } = context
  const units = await store.units()
  const named = (scope: string): string => {
    const [, id] = scope.split('/')
    const unit = units.find(each => each.id === id || each.filings.some(filing => filing.id === id))
    const filing = unit?.filings.find(each => each.id === id)
    if (scope === 'root') return say('audit.root')
    if (!unit) return say('audit.erased', { scope })
    const { name } = unit
    return filing
      ? say('audit.filing', { name, year: filing.year, scope })
      : say('audit.unit', { name, scope })
  }
  return findings.map(finding => {
    switch (finding.type) {
      case 'broken':
        return say('audit.broken', { chain: named(finding.scope), n: finding.n })
      case 'gone':
        return say('audit.gone', { chain: named(finding.scope) })
      case 'forged-head':
        return say('audit.forged-head', { at: instantWords(context, config, finding.at) })
      case 'unknown-head':
        return say('audit.unknown-head', { digest: finding.digest })
      case 'sign-off-changed':
        return say('audit.sign-off-changed', { chain: named(finding.scope), n: finding.n })
      case 'sign-off-unsealed':
        return say('audit.sign-off-unsealed', { chain: named(finding.scope) })
      case 'unguarded':
        return say('audit.unguarded', { refusal: finding.refusal })
      default:
        return assertNever(finding)
    }
  })
}
