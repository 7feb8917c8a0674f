// The table of methods. A name that is not here is answered with 404, as Telegram answers it.

import { botMethods } from './bot-methods.ts'
import type { Method } from './call.ts'
import { messageMethods } from './message-methods.ts'
import { sendMethods } from './send-methods.ts'

/** By lower-case name: the Bot API does not look at case. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries({ ...sendMethods, ...messageMethods, ...botMethods }).map(([name, run]) => [
    name.toLowerCase(),
    run,
  ]),
)
