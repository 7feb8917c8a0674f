// Instants to dates: the one place where a `YYYY-MM-DD` of the district's zone is made.

import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns/format'

/** The date of an instant (epoch milliseconds) in a zone such as `Asia/Shanghai`. */
export const dateIn = (zone: string, at: number): string => format(new TZDate(at, zone), 'yyyy-MM-dd')
