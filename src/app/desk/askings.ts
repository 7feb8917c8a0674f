// All that can be asked at the desk, by name. A new asking is a file in askings/, its line here, its right in doors.ts
// and its words in `locales/*/desk.json`: `typed.<name>`, and `how.<name>` where help shall name it.

import type { AskingName } from '../doors.ts'
import type { Asking } from './asking.ts'
import { approveReport } from './askings/approve-report.ts'
import { approved } from './askings/approved.ts'
import { arrivals } from './askings/arrivals.ts'
import { askUnit } from './askings/ask-unit.ts'
import { away } from './askings/away.ts'
import { cancel } from './askings/cancel.ts'
import { changeFiller } from './askings/change-filler.ts'
import { chase } from './askings/chase.ts'
import { clearReport } from './askings/clear-report.ts'
import { daysLeft } from './askings/days-left.ts'
import { echo } from './askings/echo.ts'
import { disablePerson, erasePersonAtDesk, removePerson } from './askings/end-person.ts'
import { enter } from './askings/enter.ts'
import { exempt } from './askings/exempt.ts'
import { exportFiles } from './askings/export.ts'
import { extend } from './askings/extend.ts'
import { extended } from './askings/extended.ts'
import { figures } from './askings/figures.ts'
import { forwarded } from './askings/forwarded.ts'
import { grantReturn } from './askings/grant-return.ts'
import { handInFor } from './askings/hand-in-for.ts'
import { help } from './askings/help.ts'
import { invite } from './askings/invite.ts'
import { lastYear } from './askings/last-year.ts'
import { ledger, totals } from './askings/ledger.ts'
import { missing } from './askings/missing.ts'
import { names } from './askings/names.ts'
import { newFiller } from './askings/new-filler.ts'
import { other } from './askings/other.ts'
import { people } from './askings/people.ts'
import { person } from './askings/person.ts'
import { places } from './askings/places.ts'
import { privateWords } from './askings/private.ts'
import { progress } from './askings/progress.ts'
import { publish } from './askings/publish.ts'
import { published } from './askings/published.ts'
import { queue } from './askings/queue.ts'
import { readReport } from './askings/read-report.ts'
import { recordAway } from './askings/record-away.ts'
import { remind } from './askings/remind.ts'
import { replaceFiller } from './askings/replace-filler.ts'
import { reply } from './askings/reply.ts'
import { resend, revokeLink } from './askings/resend.ts'
import { returnReport } from './askings/return-report.ts'
import { returned } from './askings/returned.ts'
import { review } from './askings/review.ts'
import { sealed } from './askings/sealed.ts'
import { start } from './askings/start.ts'
import { takeReport } from './askings/take-report.ts'
import { thanks } from './askings/thanks.ts'
import { told } from './askings/told.ts'
import { unclaimed } from './askings/unclaimed.ts'
import { undoApproval } from './askings/undo-approval.ts'
import { unit } from './askings/unit.ts'
import { units } from './askings/units.ts'
import { unsealed } from './askings/unsealed.ts'
import { web } from './askings/web.ts'
import { zeros } from './askings/zeros.ts'

export const askings: Readonly<Record<AskingName, Asking>> = {
  ...{ start, help, cancel, thanks, other, places, web },
  ...{ chase, private: privateWords, told, forwarded },
  ...{ progress, units, unit, people, invite, queue, review },
  'read-report': readReport,
  'take-report': takeReport,
  'ask-unit': askUnit,
  'return-report': returnReport,
  'approve-report': approveReport,
  'clear-report': clearReport,
  'grant-return': grantReturn,
  'undo-approval': undoApproval,
  away,
  'record-away': recordAway,
  ...{ person, resend },
  'revoke-link': revokeLink,
  'remove-person': removePerson,
  'disable-person': disablePerson,
  'erase-person': erasePersonAtDesk,
  'new-filler': newFiller,
  'replace-filler': replaceFiller,
  ...{ sealed, enter, 'hand-in-for': handInFor },
  ...{ missing, names, returned, approved, arrivals, zeros, unsealed, unclaimed, published, extended },
  ...{ publish, export: exportFiles, ledger, totals },
  ...{ reply, echo, remind, extend, exempt, figures },
  ...{ 'last-year': lastYear, 'change-filler': changeFiller, 'days-left': daysLeft },
}

/** Whether this code has an asking of that name. */
export const isAsking = (name: string): name is AskingName => Object.hasOwn(askings, name)
