// 收到, 谢谢: what every clerk answers to every message. It is no asking, and leaves everything as it stands.

import { plain } from '../../conversation/compose/view.ts'
import type { Asking } from '../asking.ts'

export const thanks: Asking = async ({ words }) => ({ lines: [plain(words.desk('noted'))] })
