import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offered } from './offered.ts';
import { defineService } from './service.ts';

const service = defineService({ id: 'dax', load: async () => ({}), client: 'DAXClient', scope: 'regional', calls: [] });
const where = { service, region: 'eu-north-1' };
const unknown = { code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND dax.eu-north-1.amazonaws.com' };

test('a name that is unknown while those of the region are known is a service that the region does not have', async () => {
  const asked: string[] = [];
  const found = await offered(unknown, where, async (host) => void asked.push(host));
  assert.deepEqual(found, { code: 'NotOffered', message: 'dax is not offered in eu-north-1' });
  assert.deepEqual(asked, ['sts.eu-north-1.amazonaws.com', 'ec2.eu-north-1.amazonaws.com']);
});

test('without a network nothing is said about the service', async () => {
  const noNetwork = async (): Promise<never> => {
    throw new Error('ENOTFOUND');
  };
  assert.equal(await offered(unknown, where, noNetwork), unknown);
});

test('other errors stay as they are', async () => {
  const refused = { code: 'AccessDenied', message: 'no' };
  assert.equal(await offered(refused, where), refused);
});
