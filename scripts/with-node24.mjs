// The first step of every command. Runs on any Node from 20 and needs nothing installed:
// 1. finds Node 24, bringing it from npm where the machine's own is older (runtime/),
// 2. installs the dependencies when they are missing or the lock file changed,
// 3. hands over to the TypeScript program named on the command line.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const quiet = process.argv[2] === '--quiet';
const [program, ...programArguments] = process.argv.slice(quiet ? 3 : 2);

const node = findNode24();
installDependencies(node);
handOver(node);

function findNode24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const brought = path.join(root, 'runtime/node_modules', `node-linux-${process.arch}`, 'bin/node');
  if (existsSync(brought)) return brought;
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    stop(
      `Wiedersehen needs Node 24 or newer; this is Node ${process.versions.node}. Please install it from https://nodejs.org and try again.`,
    );
  }
  say('Bringing Node 24 (once) …');
  run(process.execPath, [npmCli(), 'ci', '--no-audit', '--no-fund', '--loglevel=error'], path.join(root, 'runtime'));
  if (!existsSync(brought))
    stop('Node 24 could not be installed from npm. Please check the connection to the npm registry and try again.');
  return brought;
}

function installDependencies(nodePath) {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const mark = path.join(root, 'node_modules/.wiedersehen-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  say('Installing the dependencies (once) …');
  run(nodePath, [npmCli(), 'ci', '--no-audit', '--no-fund', '--loglevel=error'], root);
  mkdirSync(path.dirname(mark), { recursive: true });
  writeFileSync(mark, wanted);
}

/** npm runs under the Node that we choose, so that it picks packages for Node 24. */
function npmCli() {
  const candidates = [
    process.env.npm_execpath,
    path.resolve(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
    '/usr/lib/node_modules/npm/bin/npm-cli.js',
    '/usr/share/nodejs/npm/bin/npm-cli.js',
    '/usr/local/lib/node_modules/npm/bin/npm-cli.js',
  ];
  const found = candidates.find((file) => file && existsSync(file));
  return found ?? stop('npm was not found. Please start with "npm start".');
}

function run(command, args, cwd) {
  const env = { ...process.env, PATH: `${path.dirname(command)}${path.delimiter}${process.env.PATH ?? ''}` };
  // Everything that is installed here is needed for building, so NODE_ENV must not leave half of it out.
  delete env.NODE_ENV;
  const result = spawnSync(command, args, { cwd, env, stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'] });
  if (result.status !== 0) stop(`"npm ci" failed in ${path.relative(process.cwd(), cwd) || '.'}. Nothing was started.`);
}

function handOver(nodePath) {
  const env = { ...process.env, PATH: `${path.dirname(nodePath)}${path.delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(
    nodePath,
    ['--disable-warning=ExperimentalWarning', path.join(root, program), ...programArguments],
    { stdio: 'inherit', env },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

function say(sentence) {
  if (!quiet) process.stdout.write(`${sentence}\n`);
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
