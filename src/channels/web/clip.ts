// The sign of a file, drawn: no font has to have it.

import { html } from 'hono/html'

export const clip = html`<svg class="clip" viewBox="0 0 24 24" aria-hidden="true"><path d="M20 11.5 12.2 19.300a5 5 0 0 1-7.100-7.100l8.200-8.200a3.300 3.300 0 0 1 4.700 4.700l-8.200 8.200a1.600 1.600 0 0 1-2.300-2.300l7.300-7.300" fill="none" stroke="currentColor" stroke-width="1.800" stroke-linecap="round" /></svg>`
