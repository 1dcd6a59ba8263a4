// Opens every YAML file of a folder in yaml-language-server, as an editor does, and prints what it
// complains about. Usage: node yaml-complaints.mjs SERVER.js FOLDER
// Exits 0 without a complaint, 1 with one, 2 if the check itself cannot be trusted.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [server, folder] = process.argv.slice(2).map((path) => resolve(path));
const files = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => join(folder, name));
if (files.length === 0) {
  console.error(`no YAML files in ${folder}`);
  process.exit(2);
}

const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
const answers = new Map(); // id -> resolve
const diagnosed = new Map(); // uri -> resolve
let received = Buffer.alloc(0);
let lastId = 0;

function send(message) {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function request(method, params) {
  const id = ++lastId;
  send({ id, method, params });
  return new Promise((done) => answers.set(id, done));
}

const settings = {
  yaml: { validate: true, schemaStore: { enable: false }, yamlVersion: '1.2' },
  http: {},
};

function handle(message) {
  if (message.method === 'workspace/configuration') {
    const result = message.params.items.map((item) => settings[item.section] ?? null);
    send({ id: message.id, result });
  } else if (message.method === 'textDocument/publishDiagnostics') {
    diagnosed.get(message.params.uri)?.(message.params.diagnostics);
  } else if (message.method && message.id !== undefined) {
    send({ id: message.id, result: null });
  } else if (message.id !== undefined) {
    answers.get(message.id)?.(message.result);
  }
}

child.stdout.on('data', (chunk) => {
  received = Buffer.concat([received, chunk]);
  for (;;) {
    const headEnd = received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const length = Number(/Content-Length: (\d+)/i.exec(received.subarray(0, headEnd))[1]);
    if (received.length < headEnd + 4 + length) return;
    const body = received.subarray(headEnd + 4, headEnd + 4 + length).toString();
    received = received.subarray(headEnd + 4 + length);
    handle(JSON.parse(body));
  }
});
child.on('exit', (code) => {
  console.error(`the language server ended (${code})`);
  process.exit(2);
});

function complaints(uri, text) {
  const answer = new Promise((done, fail) => {
    diagnosed.set(uri, done);
    setTimeout(() => fail(new Error(`no answer about ${uri}`)), 60_000).unref();
  });
  send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
  });
  return answer;
}

async function main() {
  await request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'catalog' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { publishDiagnostics: {} },
    },
    initializationOptions: {},
  });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings } });

  // A check that never complains proves nothing: this file is wrong, and must be called so.
  const wrong = readFileSync(files[0], 'utf8') + '\nno-such-key: 1\n';
  const probe = `${files[0]}-wrong.yaml`;
  if ((await complaints(pathToFileURL(probe).href, wrong)).length === 0) {
    console.error('the language server finds nothing wrong with a key that does not exist');
    return 2;
  }
  let count = 0;
  for (const file of files) {
    for (const found of await complaints(pathToFileURL(file).href, readFileSync(file, 'utf8'))) {
      const { line, character } = found.range.start;
      console.log(`${file}:${line + 1}:${character + 1}: ${found.message}`);
      count++;
    }
  }
  console.log(`${files.length} files, ${count} complaints`);
  return count === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (problem) => {
    console.error(problem.message);
    process.exit(2);
  },
);
