// Reasons that often hold, for one tap: what a unit writes beside a figure that looks wrong and is right.

import type { Form } from '../../engine/form.ts'

export const reasons: Form['reasons'] = {
  any: ['已核对，情况属实。'],
}
