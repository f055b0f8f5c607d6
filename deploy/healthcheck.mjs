// Exits with 0 where the service of this machine is alive, and with 1 where it is not. For container engines: the image has no
// curl.
const port = process.env.PORT || '4000';
try {
  const { ok } = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4_000) });
  process.exitCode = ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
