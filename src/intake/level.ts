// The words for a unit's level in report files, unit lists and commands. It adds no level to those of the form.

import type { Level } from '../engine/form.ts'

/** `district` is a second word for `county`: 宪法 第三十条 puts both on one level. */
export const writtenLevels = ['province', 'city', 'county', 'district', 'town', 'street', 'bureau'] as const
type WrittenLevel = (typeof writtenLevels)[number]

/** The form's level of a written one. */
export const levelOf = (written: WrittenLevel): Level => (written === 'district' ? 'county' : written)
