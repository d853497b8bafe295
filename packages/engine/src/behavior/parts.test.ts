/** Names, classes, records, settings, one by one. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { actorKey, isHuman, namesOf } from './actors.ts';
import { BEHAVIOR_IDS, BEHAVIORS } from './catalogue.ts';
import {
  classifyAction,
  DELETE,
  isDiscovery,
  LAUNCH,
  LOG_STOP,
  OPENING,
  READ,
  SECRET,
  SHARE,
  SIGN_IN,
  SNAPSHOT_DELETE,
  WRITE,
} from './classify.ts';
import { agentFamily, isPrivate, networkOf } from './names.ts';
import { isShare, launchOf, openingOf } from './records.ts';
import { BEHAVIOR_SETTINGS, behaviorSettings } from './settings.ts';
import { behaviorsOf, digestsOf, PRIVATE, PUBLIC, trailEvent, user } from './testing/index.ts';

test('every behavior has its own id for ever, and thresholds with reasons', () => {
  assert.equal(new Set(Object.values(BEHAVIORS).map(({ uuid }) => uuid)).size, BEHAVIOR_IDS.length);
  for (const { uuid } of Object.values(BEHAVIORS))
    assert.match(uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual(Object.keys(BEHAVIOR_SETTINGS), BEHAVIOR_IDS);
  for (const thresholds of Object.values(BEHAVIOR_SETTINGS))
    for (const [, [value, reason]] of Object.entries(thresholds)) assert.ok(value >= 0 && reason.length > 5);
});

test('settings: numbers replace numbers, false switches off, what does not exist is named', () => {
  const { settings, unknown } = behaviorSettings({
    'volume-spike': { least: 10, on: true },
    'mass-deletion': false,
    'no-such': 1,
    'leaver-active': { x: 1, graceHours: 'a' },
  });
  assert.equal(settings['volume-spike'].least, 10);
  assert.equal(settings['volume-spike'].factor, 5);
  assert.equal(settings['mass-deletion'].on, 0);
  assert.deepEqual(unknown, ['no-such', 'leaver-active.x', 'leaver-active.graceHours']);
  assert.deepEqual(behaviorSettings('text').unknown, ['text']);
});

suite('networks', () => {
  for (const [address, network] of [
    ['198.51.100.7', '198.51.100.0/24'],
    ['2001:db8:1:2::3', '2001:db8:1::/48'],
    ['2001:0DB8::1', '2001:db8:0::/48'],
    ['2001:db8:00ab:1:2:3:4:5', '2001:db8:ab::/48'],
    ['::1', '0:0:0::/48'],
  ] as const)
    test(address, () => assert.equal(networkOf(address), network));
  test('private ones', () => {
    assert.deepEqual(
      ['10.1.2.3', '172.31.0.1', '192.168.0.1', '100.64.0.1', 'fd00::1', 'fe80::1', '::1'].filter((each) => !isPrivate(each)),
      [],
    );
    assert.deepEqual(
      ['172.32.0.1', '198.51.100.7', '2001:db8::1', '100.128.0.1'].filter((each) => isPrivate(each)),
      [],
    );
  });
});

suite('user agents lose their version, not their system', () => {
  for (const [agent, family] of [
    ['aws-cli/2.17.20 md/awscrt#0.20.11 ua/2.0 os/macos#23.5.0', 'aws-cli macos'],
    ['Boto3/1.34.144 md/Botocore#1.34.144 ua/2.0 os/linux#6.1.97', 'boto linux'],
    ['aws-sdk-go-v2/1.30.3 os/linux lang/go#1.22.5', 'aws-sdk-go linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
      'browser chrome windows',
    ],
    ['[S3Console/0.4, aws-internal/3]', 's3console'],
    ['', 'other'],
  ] as const)
    test(agent, () => assert.equal(agentFamily(agent), family));
});

suite('classes of operations', () => {
  for (const [source, action, readOnly, bits] of [
    ['aws.cloudtrail', 'GetObject', true, READ],
    ['aws.cloudtrail', 'DeleteSnapshot', false, WRITE | DELETE | SNAPSHOT_DELETE],
    ['aws.cloudtrail', 'RunInstances', false, WRITE | LAUNCH],
    ['aws.cloudtrail', 'ModifySnapshotAttribute', false, WRITE | SHARE | OPENING],
    ['aws.cloudtrail', 'StopLogging', false, WRITE | LOG_STOP],
    ['aws.cloudtrail', 'ListBuckets', true, 0],
    ['gcp.audit', 'storage.objects.get', null, READ],
    ['gcp.audit', 'google.cloud.secretmanager.v1.SecretManagerService.AccessSecretVersion', null, SECRET],
    ['gcp.audit', 'v1.compute.instances.insert', null, LAUNCH],
    ['gcp.audit', 'google.logging.v2.ConfigServiceV2.DeleteSink', null, LOG_STOP | DELETE],
    ['azure.activity', 'Microsoft.Compute/virtualMachines/write', null, LAUNCH],
    ['azure.activity', 'Microsoft.Compute/snapshots/beginGetAccess/action', null, SHARE],
    ['azure.diagnostic', 'GetBlob', null, READ],
    ['azure.signin', 'anything', null, SIGN_IN],
    ['kubernetes.audit', 'list secrets', null, SECRET],
    ['okta.system', 'user.session.start', null, SIGN_IN],
  ] as const)
    test(`${source} ${action}`, () => assert.equal(classifyAction(source, action, readOnly), bits));
  test('what only looks', () => {
    assert.deepEqual(
      ['ListBuckets', 'DescribeInstances', 'v1.compute.instances.list', 'Microsoft.Compute/virtualMachines/read', 'list pods'].filter(
        (each) => !isDiscovery(each),
      ),
      [],
    );
    assert.deepEqual(
      ['GetObject', 'PutObject', 'RunInstances', 'GetSecretValue'].filter((each) => isDiscovery(each)),
      [],
    );
  });
});

test('people behind a shared role are told apart, machines behind one are not', () => {
  const role = 'arn:aws:iam::123456789012:role/app';
  assert.equal(actorKey({ principal: role, session: 'i-0123456789abcdef0', actorKind: 'role' }), role);
  const alice = actorKey({ principal: role, session: 'Alice@example.com', actorKind: 'role' }) ?? '';
  assert.deepEqual([isHuman(alice, 'role'), isHuman(role, 'role')], [true, false]);
  assert.deepEqual(namesOf(alice), ['alice@example.com', 'alice']);
  assert.deepEqual(namesOf('arn:aws:iam::123456789012:user/team/Bob'), ['bob']);
  assert.equal(actorKey({ principal: 'ec2.amazonaws.com', session: null, actorKind: 'service' }), null);
});

suite('what is opened and closed', () => {
  const opening = (action: string, request: Readonly<Record<string, unknown>>): boolean | null =>
    openingOf(trailEvent({ caller: user('dave'), time: 0, action, address: '198.51.100.7', request }), action)?.isOpen ?? null;
  const bucket = { bucketName: 'orders-bucket' };
  test('policies', () => {
    assert.equal(opening('PutBucketPolicy', { ...bucket, bucketPolicy: PUBLIC }), true);
    assert.equal(opening('PutBucketPolicy', { ...bucket, bucketPolicy: JSON.stringify(PUBLIC) }), true);
    assert.equal(opening('PutBucketPolicy', { ...bucket, bucketPolicy: PRIVATE }), false);
    const fenced = {
      Statement: { Effect: 'Allow', Principal: { AWS: ['*'] }, Condition: { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } } },
    };
    assert.equal(opening('PutBucketPolicy', { ...bucket, bucketPolicy: fenced }), false);
    assert.equal(opening('DeleteBucketPolicy', bucket), false);
  });
  test('lists of access', () => {
    assert.equal(opening('PutBucketAcl', { ...bucket, 'x-amz-acl': ['public-read'] }), true);
    assert.equal(opening('PutBucketAcl', { ...bucket, 'x-amz-acl': ['private'] }), false);
  });
  test('snapshots and images', () => {
    const all = { items: [{ group: 'all' }] };
    assert.equal(opening('ModifySnapshotAttribute', { snapshotId: 'snap-1', createVolumePermission: { add: all } }), true);
    assert.equal(opening('ModifySnapshotAttribute', { snapshotId: 'snap-1', createVolumePermission: { remove: all } }), false);
    assert.equal(opening('ModifyImageAttribute', { imageId: 'ami-1', launchPermission: { add: all } }), true);
    assert.equal(opening('ModifyDBSnapshotAttribute', { dBSnapshotIdentifier: 'orders', valuesToAdd: ['all'] }), true);
    assert.equal(
      opening('ModifySnapshotAttribute', {
        snapshotId: 'snap-1',
        createVolumePermission: { add: { items: [{ userId: '210987654321' }] } },
      }),
      null,
    );
  });
  test('taking away is no sharing', () => {
    const event = (request: Readonly<Record<string, unknown>>): boolean =>
      isShare(trailEvent({ caller: user('dave'), time: 0, action: 'ModifySnapshotAttribute', address: '198.51.100.7', request }));
    assert.equal(event({ createVolumePermission: { remove: { items: [{ userId: '210987654321' }] } } }), false);
    assert.equal(event({ createVolumePermission: { add: { items: [{ userId: '210987654321' }] } } }), true);
  });
});

test('a trail that its maker takes away on the same day is little', () => {
  const call = (action: string, minute: number, name: string) =>
    trailEvent({
      caller: user(name),
      time: minute * 60_000,
      action,
      service: 'cloudtrail',
      address: '198.51.100.7',
      request: { name: 'try-out' },
      readOnly: false,
    });
  const levels = (...events: readonly ReturnType<typeof call>[]): readonly string[] =>
    behaviorsOf(digestsOf(events)).map(({ level }) => level);
  assert.deepEqual(levels(call('CreateTrail', 0, 'dave'), call('DeleteTrail', 90, 'dave')), ['low']);
  assert.deepEqual(levels(call('CreateTrail', 0, 'erin'), call('DeleteTrail', 90, 'dave')), ['high']);
  assert.deepEqual(levels(call('DeleteTrail', 90, 'dave')), ['high']);
});

test('what is launched', () => {
  const request = { instanceType: 'p4d.24xlarge', instancesSet: { items: [{ maxCount: 3 }] } };
  assert.deepEqual(launchOf(trailEvent({ caller: user('dave'), time: 0, action: 'RunInstances', address: '198.51.100.7', request })), {
    type: 'p4d.24xlarge',
    instances: 3,
  });
});
