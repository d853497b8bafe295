import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import type { TLSSocket } from 'node:tls';
import type { JsonObject } from '@kumomori/model';
import { CollectError } from '../collecting.ts';
import { collectKubernetes } from './collect-kubernetes.ts';
import { connectionOf } from './connection.ts';
import { fakeCluster, kubeconfig, listening, remembering, send, status } from './testing.ts';

function folder(context: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'kumomori-kubeconfig-'));
  context.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function config(fields: JsonObject): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'Config', ...fields });
}

test('of several files the first that has an entry counts, and paths count from their own file', (context) => {
  const [one, two] = [folder(context), folder(context)];
  writeFileSync(
    join(one, 'config'),
    config({
      'current-context': 'prod',
      contexts: [{ name: 'prod', context: { cluster: 'orders', user: 'auditor' } }],
      users: [{ name: 'auditor', user: { tokenFile: 'token' } }],
    }),
  );
  writeFileSync(
    join(two, 'config'),
    `current-context: other
clusters:
  - name: orders
    cluster: { server: "https://192.0.2.10:6443", certificate-authority: ca.pem, tls-server-name: api.example.com }
users:
  - name: auditor
    user: { token: never }
`,
  );
  writeFileSync(join(two, 'ca.pem'), 'authority');
  const environment = { KUBECONFIG: [join(one, 'config'), join(one, 'missing'), join(two, 'config')].join(delimiter) };
  assert.deepEqual(connectionOf({ environment }), {
    cluster: 'orders',
    server: new URL('https://192.0.2.10:6443'),
    authority: 'authority',
    isUnverified: false,
    serverName: 'api.example.com',
    user: { token: null, tokenFile: join(one, 'token'), certificate: null, key: null, plugin: null },
    impersonation: {},
  });
});

test('inside of a cluster the account of the pod is used', (context) => {
  const serviceAccountFolder = folder(context);
  writeFileSync(join(serviceAccountFolder, 'token'), 'of-the-pod');
  writeFileSync(join(serviceAccountFolder, 'ca.crt'), 'authority');
  const environment = { KUBERNETES_SERVICE_HOST: '2001:db8::1', KUBERNETES_SERVICE_PORT: '443', HOME: serviceAccountFolder };
  const { server, user, cluster } = connectionOf({ environment, serviceAccountFolder });
  assert.deepEqual([server.host, user.tokenFile, cluster], ['[2001:db8::1]', join(serviceAccountFolder, 'token'), 'in-cluster']);
});

const refusals: readonly (readonly [what: string, kubeconfigText: string, message: RegExp])[] = [
  ['a password', kubeconfig('https://192.0.2.10', { username: 'admin', password: 'of-the-test' }), /signs in with a password/],
  ['an auth-provider', kubeconfig('https://192.0.2.10', { 'auth-provider': { name: 'gcp' } }), /auth-provider/],
  ['a proxy', kubeconfig('https://192.0.2.10', {}, { 'proxy-url': 'http://192.0.2.1' }), /proxy-url/],
  ['a token without encryption', kubeconfig('http://192.0.2.10'), /not encrypted/],
  ['another protocol', kubeconfig('file:///etc/passwd'), /begins with https/],
  [
    'an exec plugin of an old version',
    kubeconfig('https://192.0.2.10', { exec: { apiVersion: 'client.authentication.k8s.io/v1alpha1', command: 'aws' } }),
    /v1alpha1/,
  ],
  [
    'a plugin that asks',
    kubeconfig('https://192.0.2.10', {
      exec: { apiVersion: 'client.authentication.k8s.io/v1', command: 'aws', interactiveMode: 'Always' },
    }),
    /nobody is asked/,
  ],
  ['text that is no YAML', 'token: "of-the-test\n  : [', /is no valid YAML/],
  ['something else', '[]', /is no kubeconfig/],
  ['no context', config({ contexts: [{ name: 'orders', context: {} }] }), /no current context: choose one of orders/],
];

for (const [what, kubeconfigText, message] of refusals) {
  test(`a kubeconfig with ${what} is refused with a sentence that shows no secret`, () => {
    assert.throws(
      () => connectionOf({ kubeconfigText }),
      (error) => {
        assert.ok(error instanceof CollectError && error.code === 'usage');
        assert.match(error.message, message);
        return !error.message.includes('of-the-test');
      },
    );
  });
}

test('a context that is not there is answered with those that are', () => {
  assert.throws(
    () => connectionOf({ kubeconfigText: kubeconfig('https://192.0.2.10'), context: 'staging' }),
    /no context staging; it has orders/,
  );
});

/** A program that counts how often it ran, and prints what stands in a file. */
function plugin(path: string, body: string): string {
  const program = join(path, 'get-token');
  writeFileSync(program, `#!${process.execPath}\nconst fs = require('node:fs');\n${body}\n`);
  chmodSync(program, 0o700);
  return program;
}

const PRINT = `
const count = fs.existsSync(process.env.COUNT) ? Number(fs.readFileSync(process.env.COUNT, 'utf8')) + 1 : 1;
fs.writeFileSync(process.env.COUNT, String(count));
const { apiVersion, spec } = JSON.parse(process.env.KUBERNETES_EXEC_INFO);
const token = [process.argv[2], spec.cluster.server.slice(0, 4), count].join('-');
console.log(JSON.stringify({ apiVersion, kind: 'ExecCredential', status: { token } }));`;

test('the program of a kubeconfig is run without a shell, and again when its token is no longer accepted', async (context) => {
  const path = folder(context);
  plugin(path, PRINT);
  let refused = 0;
  const seen = new Set<string>();
  const cluster = await fakeCluster(
    {
      '/api/v1/pods': { kind: 'Pod', isNamespaced: true, items: [] },
      '/api/v1/services': { kind: 'Service', isNamespaced: true, items: [] },
    },
    {
      instead: (url, response, request) => {
        seen.add(request.headers.authorization ?? '');
        if (!url.pathname.endsWith('/pods') || !request.headers.authorization?.endsWith('-1')) return false;
        refused += 1;
        send(response, 401, status('Unauthorized', 401));
        return true;
      },
    },
  );
  const user = {
    exec: {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: './get-token',
      args: ['$(id); a b'],
      env: [{ name: 'COUNT', value: join(path, 'count') }],
      interactiveMode: 'IfAvailable',
      provideClusterInfo: true,
    },
  };
  writeFileSync(join(path, 'config'), kubeconfig(cluster.origin, user));
  const asked: (readonly string[])[] = [];
  const mayRun = (command: readonly string[]): boolean => asked.push(command) > 0;
  const { env } = remembering();
  const outcome = await collectKubernetes({ kubeconfig: join(path, 'config'), mayRun }, env);
  await cluster.close();
  assert.deepEqual(outcome.gaps, []);
  assert.deepEqual([...seen], ['Bearer $(id); a b-http-1', 'Bearer $(id); a b-http-2']);
  assert.deepEqual([refused, readFileSync(join(path, 'count'), 'utf8')], [1, '2']);
  assert.deepEqual(asked[0], [join(path, 'get-token'), '$(id); a b']);
});

const failing: readonly (readonly [what: string, body: string, message: RegExp])[] = [
  ['fails', `console.error('not signed in'); process.exit(3);`, /ended with 3: not signed in \(install the tool\)/],
  ['prints no credential', `console.log('{}');`, /printed no ExecCredential/],
  [
    'answers in another version',
    `console.log(JSON.stringify({ apiVersion: 'v9', kind: 'ExecCredential', status: { token: 't' } }));`,
    /another version/,
  ],
  [
    'gives nothing',
    `console.log(JSON.stringify({ apiVersion: 'client.authentication.k8s.io/v1beta1', kind: 'ExecCredential', status: {} }));`,
    /neither a token nor/,
  ],
  ['does not end', `setInterval(() => {}, 1000);`, /took too long/],
];

for (const [what, body, message] of failing) {
  test(`a program that ${what} ends the collection with a sentence`, async (context) => {
    const program = plugin(folder(context), body);
    const exec = { apiVersion: 'client.authentication.k8s.io/v1beta1', command: program, installHint: 'install the tool' };
    const options = {
      kubeconfigText: kubeconfig('https://127.0.0.1:1', { exec }),
      ...(what === 'does not end' && { pluginTimeoutMs: 300 }),
    };
    await assert.rejects(collectKubernetes(options, remembering().env), (error) => {
      assert.ok(error instanceof CollectError && error.code === 'credentials');
      assert.match(error.message, message);
      return true;
    });
  });
}

test('a program that is not allowed is not run', async () => {
  const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: '/nonexistent/get-token' };
  const options = { kubeconfigText: kubeconfig('https://127.0.0.1:1', { exec }), mayRun: () => false };
  await assert.rejects(collectKubernetes(options, remembering().env), /was not allowed: \/nonexistent\/get-token/);
});

test('a client certificate is shown, and a server that is not trusted is not asked', async (context) => {
  const path = folder(context);
  const [keyFile, certificateFile] = [join(path, 'key.pem'), join(path, 'cert.pem')];
  try {
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        ...curve,
        '-keyout',
        keyFile,
        '-out',
        certificateFile,
        '-subj',
        '/CN=auditor',
        '-addext',
        'subjectAltName=IP:127.0.0.1',
      ],
      { stdio: 'ignore' },
    );
  } catch {
    return context.skip('openssl is not installed');
  }
  const [key, cert] = [readFileSync(keyFile, 'utf8'), readFileSync(certificateFile, 'utf8')];
  const shown = new Set<string>();
  const server = createTlsServer({ key, cert, ca: cert, requestCert: true, rejectUnauthorized: true }, (request, response) => {
    shown.add(String((request.socket as TLSSocket).getPeerCertificate().subject.CN));
    send(response, request.url === '/version' ? 200 : 403, request.url === '/version' ? {} : status('Forbidden', 403));
  });
  const origin = `https://127.0.0.1:${await listening(server)}`;
  const data = Buffer.from(cert).toString('base64');
  const user = { 'client-certificate-data': data, 'client-key-data': Buffer.from(key).toString('base64') };
  try {
    const { gaps } = await collectKubernetes(
      { kubeconfigText: kubeconfig(origin, user, { 'certificate-authority-data': data }) },
      remembering().env,
    );
    assert.ok(gaps.length > 10);
    assert.deepEqual([...shown], ['auditor']);
    await assert.rejects(
      collectKubernetes({ kubeconfigText: kubeconfig(origin, user) }, remembering().env),
      /cannot be reached: DEPTH_ZERO_SELF_SIGNED_CERT/,
    );
    const unverified = kubeconfig(origin, user, { 'insecure-skip-tls-verify': true });
    assert.ok((await collectKubernetes({ kubeconfigText: unverified }, remembering().env)).gaps.length > 10);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
