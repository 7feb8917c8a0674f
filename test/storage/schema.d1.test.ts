// The schema's contract on D1, inside real workerd.

import { schemaContract } from '../contracts/schema.ts'
import { freshD1 } from './fresh-d1.ts'

schemaContract('the schema on D1', freshD1)
