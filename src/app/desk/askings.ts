// All that can be asked at the desk, by name. A new asking is a file in askings/, its line here, its right in doors.ts
// and its words in `locales/*/desk.json`: `typed.<name>`, and `how.<name>` where help shall name it.

import type { AskingName } from '../doors.ts'
import type { Asking } from './asking.ts'
import { cancel } from './askings/cancel.ts'
import { help } from './askings/help.ts'
import { invite } from './askings/invite.ts'
import { other } from './askings/other.ts'
import { people } from './askings/people.ts'
import { places } from './askings/places.ts'
import { progress } from './askings/progress.ts'
import { start } from './askings/start.ts'
import { thanks } from './askings/thanks.ts'
import { unit } from './askings/unit.ts'
import { units } from './askings/units.ts'
import { web } from './askings/web.ts'

export const askings: Readonly<Record<AskingName, Asking>> = {
  ...{ start, help, cancel, thanks, other, places, web },
  ...{ progress, units, unit, people, invite },
}

/** Whether this code has an asking of that name. */
export const isAsking = (name: string): name is AskingName => Object.hasOwn(askings, name)
