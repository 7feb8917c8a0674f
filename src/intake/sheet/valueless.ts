// Cells that hold no value of their own: an error of the spreadsheet, or a formula without its result.

import { noValue } from './xlsx.ts'

/** ECMA-376 part 1, 18.17.3. */
const excelErrors = new Set('#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A #SPILL!'.split(' '))

/** Null where the cell says something itself. */
export const valueless = (said: string): 'cell-error' | 'cell-formula' | null => {
  if (said === noValue.formula) return 'cell-formula'
  return excelErrors.has(said) ? 'cell-error' : null
}
