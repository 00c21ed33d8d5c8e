// Zod compiles its checks with `new Function` where it may. Our content security policy forbids that, and even the attempt is
// reported as a violation, so it is told before the first schema is made. Imported first by main.tsx.
const settings = globalThis as typeof globalThis & { __zod_globalConfig?: { jitless?: boolean } };
settings.__zod_globalConfig = { ...settings.__zod_globalConfig, jitless: true };

export {};
