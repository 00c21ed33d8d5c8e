// Zod compiles its checks with `new Function` where it may. Our content security policy forbids that, and even the attempt is
// reported as a violation, so it is told before the first schema is made. A plain script, because the chunks that main.tsx
// imports run before main.tsx itself. It is kept for ever by browsers: another content needs another name.
globalThis.__zod_globalConfig = { ...globalThis.__zod_globalConfig, jitless: true };
