// Every fault point on D1, inside real workerd.

import { faultPoints } from '../contracts/fault-points.ts'
import { freshD1 } from './fresh-d1.ts'

faultPoints('an act on D1', freshD1)
