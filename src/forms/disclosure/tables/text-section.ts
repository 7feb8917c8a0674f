// One written section of a form. No edition's labels stand here.

import { sectionKey, type TextSection, textKey } from '../../../engine/form.ts'

/** A text section named like its text; without a heading it need not be written. `standard` fills it in one tap. */
export const textSection = (
  key: string,
  heading: string | null,
  more: Pick<TextSection, 'standard' | 'sentence' | 'outline' | 'alsoHeaded'> = {},
): TextSection => ({
  type: 'text',
  key: sectionKey(key),
  text: textKey(key),
  heading,
  required: heading !== null,
  ...more,
})
