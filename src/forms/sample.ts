// The units of the sample district. No real unit is called so.

import type { Level } from '../engine/form.ts'

export const sampleUnits: Readonly<Record<string, { readonly name: string; readonly level: Level }>> = {
  street: { name: '示例街道', level: 'street' },
  bureau: { name: '示例区发展和改革局', level: 'bureau' },
  town: { name: '示例镇', level: 'town' },
}
