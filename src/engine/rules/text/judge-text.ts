// Which file judges which rule about words.

import { assertNever } from '../../../faults.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { allAnswered } from './all-answered.ts'
import { cleanRecords } from './clean-record.ts'
import { disputes } from './disputes.ts'
import { feeMultiples, fees } from './fees.ts'
import { figures } from './figures.ts'
import { growth } from './growth.ts'
import { noneReceived } from './none-received.ts'
import { papers } from './papers.ts'
import { parts } from './parts.ts'
import { period } from './period.ts'
import { requests } from './requests.ts'
import { residue } from './residue.ts'
import { shares } from './shares.ts'
import { similar } from './similar.ts'
import { basis, topics } from './statute.ts'
import type { TextRule } from './text-rule.ts'
import { twice } from './twice.ts'
import { composed, extraHeadings, unfinished } from './unfinished.ts'

export const judgeText = (rule: TextRule, judged: Judged): readonly Finding[] => {
  switch (rule.rule) {
    case 'N01':
      return requests(rule, judged)
    case 'N02':
      return noneReceived(rule, judged)
    case 'N03':
      return disputes(rule, judged)
    case 'N04':
      return shares(rule, judged)
    case 'N05':
      return growth(rule, judged)
    case 'N06':
      return parts(rule, judged)
    case 'N07':
      return twice(rule, judged)
    case 'N08':
      return allAnswered(rule, judged)
    case 'N09':
      return fees(rule, judged)
    case 'N10':
      return feeMultiples(rule, judged)
    case 'N11':
      return figures(rule, judged)
    case 'T204':
      return papers(rule, judged)
    case 'T405':
      return cleanRecords(rule, judged)
    case 'F03':
      return extraHeadings(rule, judged)
    case 'F05':
      return period(rule, judged)
    case 'F06':
      return basis(rule, judged)
    case 'F09':
      return topics(rule, judged)
    case 'F10':
      return residue(rule, judged)
    case 'F11':
      return unfinished(rule, judged)
    case 'F12':
      return composed(rule, judged)
    case 'Y03':
      return similar(rule, judged)
    default:
      return assertNever(rule)
  }
}
