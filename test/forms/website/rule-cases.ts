// One report for each message of the website's rules: the change to a report without findings that raises it.

import type { RuleCase } from '../rule-case.ts'

export const ruleCases: Readonly<Record<string, RuleCase>> = {
  W01: { figures: { 'content.subsites.value': 2 }, level: 'street' },
  W02: { figures: { 'content.begin.value': 5 }, before: { figures: { 'content.end.value': 4 } } },
  W03: { figures: { 'content.new.value': 5 } },
  W04: { texts: { summary: '此处填写工作小结。' } },
}
