/** Selections, lists, keywords, conditions, and where fields are in a record. */
import type { SyntaxCase } from './case.ts';
import { named, of } from './case.ts';

const two = 'a:\n  x: 1\nb:\n  y: 1\nc:\n  z: 1\ncondition: ';
const [x, y, z] = [{ x: 1 }, { y: 1 }, { z: 1 }];
const xy = { ...x, ...y };
const [xz, yz, xyz] = [
  { ...x, ...z },
  { ...y, ...z },
  { ...xy, ...z },
];
const family = 'sel_a:\n  x: 1\nsel_b:\n  y: 1\n_hidden:\n  h: 1\nfilter_c:\n  z: 1\ncondition: ';
const policy = { requestParameters: { policyDocument: '{"Effect":"Allow","Path":"C:\\\\Temp"}', roleName: 'admin' } };
const source = (logsource: string, each: SyntaxCase): SyntaxCase => ({ ...each, logsource });

export const structureCases: readonly SyntaxCase[] = [
  of(
    'eventName: StopLogging\neventSource: cloudtrail.amazonaws.com',
    [{ eventName: 'StopLogging', eventSource: 'cloudtrail.amazonaws.com' }],
    [{ eventName: 'StopLogging' }, { eventSource: 'cloudtrail.amazonaws.com' }],
  ),
  of(
    '- eventName: StopLogging\n- eventName: DeleteTrail\n  user: bob',
    [{ eventName: 'StopLogging' }, { eventName: 'DeleteTrail', user: 'bob' }],
    [{ eventName: 'DeleteTrail' }, { user: 'bob' }],
  ),
  of('- a: 1\n- b: 1\n- word', [{ a: 1 }, { b: 1 }, { c: 'a word here' }], [{ c: 'war' }]),
  // Conditions.
  of(`${two}a and b`, [xy, xyz], [x, y, yz]),
  of(`${two}a or b`, [x, y, xz], [z, {}]),
  of(`${two}not a`, [{}, y], [x, xy]),
  of(`${two}not not a`, [x], [y]),
  of(`${two}a or b and c`, [x, yz], [y, z]),
  of(`${two}(a or b) and c`, [xz, yz], [x, z]),
  of(`${two}a and not b`, [x, xz], [xy, {}]),
  of(`${two}not a and b`, [y], [xy, {}]),
  of(`${two}not (a and b)`, [x, {}], [xy]),
  of(`${two}not a or b`, [{}, y, xy], [x]),
  of(`${two}a AND NOT b OR c`, [x, z, xyz], [y, xy]),
  of(`${two}((a))`, [x], [y]),
  of(`${two}a and (b or (c and not b))`, [xy, xz], [x, yz]),
  of(`${two}1 of them`, [x, y, z], [{}]),
  of(`${two}any of them`, [x, z], [{}]),
  of(`${two}ANY OF THEM`, [x], [{}]),
  of(`${two}all of them`, [xyz], [xy]),
  of(`${two}not 1 of them`, [{}], [x]),
  of(`${two}not all of them`, [xy, {}], [xyz]),
  of(`${two}1 of them and not c`, [x], [xz, {}]),
  of(`${two}1 of a`, [x], [y]),
  of(`${family}1 of sel_*`, [x, y], [z, { h: 1 }]),
  of(`${family}all of sel_* and not 1 of filter_*`, [xy], [xyz, x]),
  of(`${family}1 of them`, [x, z], [{ h: 1 }]),
  of(`${family}all of them`, [xyz], [{ ...xy, h: 1 }]),
  of(`${family}_hidden`, [{ h: 1 }], [x]),
  of(`${family}1 of _hid*`, [{ h: 1 }], [x]),
  of(`${family}1 of *_a`, [x], [y, z]),
  of(`${family}1 of *_*`, [x, y, z], [{ h: 1 }]),
  of(`${family}1 of s*l_b`, [y], [x]),
  of(`${family}1 of *`, [x, z], [{ h: 1 }]),
  of('a:\n  x: 1\nb:\n  y: 1\ncondition:\n  - a\n  - b', [x, y], [z]),
  of('a-1:\n  x: 1\nb:\n  y: 1\ncondition: a-1 and not b', [x], [xy]),
  of('notable:\n  x: 1\nandroid:\n  y: 1\ncondition: notable and android', [xy], [x]),
  // Keywords.
  of(
    'words:\n  - secret\n  - token\ncondition: words',
    [{ a: 'my SECRET' }, { b: { c: ['x', 'tokens'] } }, { secret: 1 }],
    [{ a: 'secre' }],
  ),
  of("words: 'access denied'\ncondition: words", [{ error: 'User: Access Denied!' }], [{ error: 'AccessDenied' }]),
  of('words:\n  - 404\ncondition: words', [{ code: 404 }, { code: 'x404' }], [{ code: 40 }]),
  of("'|all':\n  - secret\n  - token", [{ a: 'secret', b: 'token' }], [{ a: 'secret' }]),
  of("words:\n  '|all':\n    - one\n    - two\ncondition: words", [{ a: 'two one' }], [{ a: 'one' }]),
  of("words:\n  - 'a*c'\ncondition: words", [{ v: 'xabcx' }], [{ v: 'ca' }]),
  of('words:\n  - \'"name":"bob"\'\ncondition: words', [{ name: 'bob' }, { text: '{"name":"bob"}' }], [{ name: 'rob' }]),
  of("words:\n  - 'C:\\Temp'\ncondition: words", [{ path: 'C:\\Temp\\x' }], [{ path: 'C:/Temp' }]),
  of("'|re': 'tok[e3]n'", [{ a: 'tok3n' }], [{ a: 'Token' }]),
  of("'|contains': secret", [{ a: 'secrets' }], [{ a: 'x' }]),
  of("'|cased': Secret", [{ a: 'Secret' }], [{ a: 'secret' }]),
  of('words:\n  - secret\nother:\n  x: 1\ncondition: words and not other', [{ a: 'secret' }], [{ a: 'secret', x: 1 }]),
  // Fields in records.
  of(
    'userIdentity.type: Root',
    [{ userIdentity: { type: 'Root' } }, { 'userIdentity.type': 'root' }],
    [{ userIdentity: 'Root' }, { type: 'Root' }, {}],
  ),
  of('a.b.c.d: 1', [{ a: { b: { c: { d: 1 } } } }, { a: { 'b.c': { d: 1 } } }, { 'a.b': { 'c.d': 1 } }], [{ a: { b: { c: 1 } } }]),
  of('a.b: 1', [{ a: [{ b: 2 }, { b: 1 }] }, { a: [[{ b: 1 }]] }, { a: { b: [3, 1] } }], [{ a: [{ c: 1 }] }, { a: [1] }]),
  of(
    'annotations.authorization.k8s.io/decision: allow',
    [{ annotations: { 'authorization.k8s.io/decision': 'allow' } }],
    [{ annotations: { 'authorization.k8s.io/decision': 'forbid' } }],
  ),
  of('EVENTNAME: StopLogging', [...named('StopLogging'), { EventName: 'StopLogging' }], named('x')),
  of('useridentity.TYPE: Root', [{ userIdentity: { type: 'Root' } }], [{ userIdentity: {} }]),
  of('requestParameters|contains: admin', [policy, { requestParameters: 'is admin' }], [{ requestParameters: { roleName: 'user' } }, {}]),
  of('requestParameters|contains: \'"Effect":"Allow"\'', [policy], [{ requestParameters: { Effect: 'Deny' } }]),
  of('requestParameters|contains: \'"roleName":"admin"\'', [policy], [{ requestParameters: { name: 'admin' } }]),
  of("requestParameters|contains|all:\n  - '\"Effect\"'\n  - 'roleName'", [policy], [{ requestParameters: { roleName: 1 } }]),
  of('requestParameters|re: \'"roleName":"adm\'', [policy], [{}]),
  of('requestParameters: null', [{ requestParameters: null }, {}], [{ requestParameters: {} }]),
  of("v: '__proto__'\nconstructor|exists: false", [{ v: '__proto__' }], [{ v: 'x' }]),
  // Spellings of the other clouds.
  source(
    'product: azure, service: activitylogs',
    of(
      'operationName: MICROSOFT.COMPUTE/VIRTUALMACHINES/DELETE',
      [
        { time: '2026-03-01T00:00:00Z', operationName: 'Microsoft.Compute/virtualMachines/delete' },
        { operationName: { value: 'Microsoft.Compute/virtualMachines/delete' } },
        { operationNameValue: 'Microsoft.Compute/virtualMachines/delete' },
      ],
      [{ operationName: 'Microsoft.Compute/virtualMachines/write' }],
    ),
  ),
  source(
    'product: azure, service: activitylogs',
    of('properties.message: X/DELETE', [{ operationName: 'x/delete' }, { properties: { message: 'x/delete' } }], [{ operationName: 'y' }]),
  ),
  source(
    'product: azure, service: signinlogs',
    of('ResultType: 50126', [{ resultType: '50126' }, { resultType: 50126 }, { status: { errorCode: 50126 } }], [{ resultType: '0' }]),
  ),
  source(
    'product: azure, service: signinlogs',
    of(
      'AuthenticationRequirement: singleFactorAuthentication',
      [
        { properties: { authenticationRequirement: 'singleFactorAuthentication' } },
        { authenticationRequirement: 'singleFactorAuthentication' },
      ],
      [{ properties: { authenticationRequirement: 'multiFactorAuthentication' } }],
    ),
  ),
  source(
    'product: azure, service: auditlogs',
    of(
      'Initiatied.By: bob@example.com',
      [{ properties: { initiatedBy: { user: { userPrincipalName: 'bob@example.com' } } } }],
      [{ properties: { initiatedBy: { user: { userPrincipalName: 'eve@example.com' } } } }],
    ),
  ),
  source(
    'product: azure, service: auditlogs',
    of(
      'TargetResources.modifiedProperties.newValue|contains: admin',
      [{ properties: { targetResources: [{ modifiedProperties: [{ newValue: '"x"' }, { newValue: '"Admin"' }] }] } }],
      [{ properties: { targetResources: [] } }],
    ),
  ),
  source(
    'product: azure, service: riskdetection',
    of(
      'riskEventType: leakedCredentials',
      [{ riskEventType: 'leakedCredentials' }, { properties: { riskEventType: 'leakedCredentials' } }],
      [{}],
    ),
  ),
  source(
    'product: gcp, service: gcp.audit',
    of(
      'gcp.audit.method_name: storage.buckets.delete',
      [{ protoPayload: { methodName: 'storage.buckets.delete' } }],
      [{ protoPayload: { methodName: 'x' } }],
    ),
  ),
  source(
    'product: gcp, service: gcp.audit',
    of(
      'data.protoPayload.authorizationInfo.permission: iam.roles.update',
      [
        { protoPayload: { authorizationInfo: [{ permission: 'x' }, { permission: 'iam.roles.update' }] } },
        { data: { protoPayload: { authorizationInfo: [{ permission: 'iam.roles.update' }] } } },
      ],
      [{ protoPayload: { authorizationInfo: [] } }],
    ),
  ),
  source(
    'product: okta, service: okta',
    of('eventtype: user.lock', [{ eventType: 'user.lock' }, { eventtype: 'user.lock' }], [{ eventType: 'user.unlock' }]),
  ),
  source(
    'product: kubernetes, category: application, service: audit',
    of(
      'verb: create\nobjectRef.resource: pods\nobjectRef.subresource: exec',
      [{ verb: 'create', objectRef: { resource: 'pods', subresource: 'exec' } }],
      [{ verb: 'create', objectRef: { resource: 'pods' } }],
    ),
  ),
  source('product: github, service: audit', of('action: repo.destroy', [{ action: 'repo.destroy' }], [{ action: 'repo.create' }])),
  source(
    'product: azure, service: signinlogs',
    of(
      'Status: Success',
      [{ resultType: '0' }, { status: { errorCode: 0 } }, { properties: { status: { errorCode: 0 } } }, { status: 'Success' }],
      [{ resultType: '50126' }, { status: { errorCode: 50126 } }, {}],
    ),
  ),
  source(
    'product: azure, service: signinlogs',
    of(
      'Status: Failure',
      [{ resultType: '50126' }, { status: { errorCode: 50126 } }, { status: 'failure' }],
      [{ resultType: '0' }, { properties: {} }, {}],
    ),
  ),
  source(
    'product: azure, service: signinlogs',
    of(
      "Status|contains: 'MFA Denied'",
      [{ properties: { status: { errorCode: 500121, additionalDetails: 'MFA denied; user declined' } } }],
      [{ resultType: '0' }],
    ),
  ),
  source(
    'product: azure, service: auditlogs',
    of('TargetResources|contains: 62e90394', [{ targetResources: [{ id: '1' }, { id: '62e90394-69f5' }] }], [{ targetResources: [] }]),
  ),
  // Claims are named by addresses; who called is there in Event Hubs' form too.
  source(
    'product: azure, service: activitylogs',
    of(
      'identity.claims.http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn|exists: true',
      [{ identity: { claims: { 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': 'alice@example.com' } } }],
      [{ identity: { claims: { appid: '1' } } }, {}],
    ),
  ),
  source(
    'product: azure, service: activitylogs',
    of(
      'caller: 00000000-0000-4000-8000-000000000004',
      [
        { caller: '00000000-0000-4000-8000-000000000004' },
        {
          identity: { claims: { 'http://schemas.microsoft.com/identity/claims/objectidentifier': '00000000-0000-4000-8000-000000000004' } },
        },
      ],
      [{ identity: { claims: { appid: '00000000-0000-4000-8000-000000000004' } } }, { caller: 'alice@example.com' }],
    ),
  ),
];
