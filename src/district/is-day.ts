// Whether a text is a day of the calendar, `YYYY-MM-DD`.

import { isValid } from 'date-fns/isValid'
import { parseISO } from 'date-fns/parseISO'

export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && isValid(parseISO(text))
