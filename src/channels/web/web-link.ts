// Addresses that hold a secret: a personal link to the web chat, and a calendar feed.

import { addressAt } from '../address.ts'

/** `base` is where this server is reached: PUBLIC_URL, or its own address. */
export const webLink = (base: string, code: string): string => addressAt(base, `/chat/enter/${code}`)

/** The secret address at which a calendar fetches days. */
export const feedLink = (base: string, code: string): string => addressAt(base, `/calendar/${code}.ics`)
