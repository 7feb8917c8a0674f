// Files that wrangler bundles as texts (the rules in wrangler.toml), for the types alone. It must not declare code.

declare module '*.css'
declare module '*.sql'
declare module '*/chat.js'
declare module '*/menu.js'
declare module '*/table.js'
declare module '*/htmx.min.js'
