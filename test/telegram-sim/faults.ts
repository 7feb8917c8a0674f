// Faults on order: what the next matching calls meet instead of, or after, being carried out.

import type { Fields } from './types.ts'

export type FaultKind =
  | { readonly status: 429; readonly retry_after: number }
  | { readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 500; readonly description?: string }
  /** A proxy's page instead of Telegram's JSON. */
  | { readonly page: number }

export interface FaultOrder {
  readonly method?: string
  readonly chat?: number
  /** How many calls meet it; 1 when absent. */
  readonly times?: number
  /**
   * 429 asks for 1 s; 502 is an HTML page; 'timeout' never answers; 'drop' carries the call out and closes the
   * connection without an answer; 'cut' closes it without carrying the call out.
   */
  readonly with: FaultKind | 429 | 500 | 502 | 403 | 'timeout' | 'drop' | 'cut'
}

export type Fault =
  | { readonly type: 'timeout' | 'drop' | 'cut' }
  | { readonly type: 'answer'; readonly status: number; readonly contentType: string; readonly body: string }

export interface Faults {
  order(order: FaultOrder): { readonly left: number; cancel(): void }
  /** The fault that this call meets, used up by asking. */
  take(method: string, params: Fields): Fault | undefined
}

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden: bot was blocked by the user',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Request Entity Too Large',
  500: 'Internal Server Error',
}

const json = (status: number, body: Fields): Fault => ({
  type: 'answer',
  status,
  contentType: 'application/json',
  body: JSON.stringify({ ok: false, error_code: status, ...body }),
})

function faultOf(wanted: FaultOrder['with']): Fault {
  if (wanted === 'timeout' || wanted === 'drop' || wanted === 'cut') return { type: wanted }
  if (wanted === 429) return faultOf({ status: 429, retry_after: 1 })
  if (wanted === 502) return faultOf({ page: 502 })
  if (wanted === 500 || wanted === 403) return faultOf({ status: wanted })
  if ('page' in wanted) {
    const body = `<html>\r\n<head><title>${wanted.page}</title></head>\r\n<body>nginx</body>\r\n</html>\r\n`
    return { type: 'answer', status: wanted.page, contentType: 'text/html', body }
  }
  if (wanted.status === 429) {
    const { retry_after } = wanted
    return json(429, {
      description: `Too Many Requests: retry after ${retry_after}`,
      parameters: { retry_after },
    })
  }
  return json(wanted.status, { description: wanted.description ?? DESCRIPTIONS[wanted.status] })
}

/** Orders are met in the order in which they were given. */
export function createFaults(): Faults {
  const orders: { readonly order: FaultOrder; readonly fault: Fault; left: number }[] = []
  return {
    order: order => {
      const entry = { order, fault: faultOf(order.with), left: order.times ?? 1 }
      orders.push(entry)
      return {
        get left() {
          return entry.left
        },
        cancel: () => {
          entry.left = 0
        },
      }
    },
    take: (method, params) => {
      const entry = orders.find(
        ({ order, left }) =>
          left > 0 &&
          (order.method === undefined || order.method.toLowerCase() === method) &&
          (order.chat === undefined || order.chat === Number(params.chat_id)),
      )
      if (entry === undefined) return undefined
      entry.left -= 1
      return entry.fault
    },
  }
}
