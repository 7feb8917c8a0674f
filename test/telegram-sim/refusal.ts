// What Telegram answers when it refuses a call. The first letter is lowered and the prefix added
// as the Bot API server does (Client.cpp, fail_query_with_error).

export interface Refusal {
  readonly code: number
  readonly description: string
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number }
  /** The bot could not have known (a tap that grew too old): refused, but no violation. */
  readonly tolerated?: boolean
}

/** Throws a refusal with the given code and the exact description. */
export function refuse(refusal: Refusal): never {
  throw Object.assign(new Error(refusal.description), { refusal })
}

/** Throws `Bad Request: …`. */
export function bad(reason: string): never {
  const keep = /^.[_A-Z]/u.test(reason)
  return refuse({
    code: 400,
    description: `Bad Request: ${keep ? reason : reason.charAt(0).toLowerCase() + reason.slice(1)}`,
  })
}

/** The refusal carried by a thrown value, or undefined when it is a fault of the simulator. */
export function refusalOf(thrown: unknown): Refusal | undefined {
  if (!(thrown instanceof Error) || !('refusal' in thrown)) return undefined
  return thrown.refusal as Refusal
}
