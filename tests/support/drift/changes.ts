/** What somebody did to the estate by hand, and what the trail says of it. */
import { AuthorizeSecurityGroupIngressCommand, CreateTagsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { GetRolePolicyCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { DisableKeyRotationCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateBucketCommand, PutPublicAccessBlockCommand, S3Client } from '@aws-sdk/client-s3';
import { DeleteQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Applied } from '../applier/apply.ts';
import { must } from '../applier/recipe.ts';
import type { Connection } from '../moto/estate.ts';

export interface Changed {
  /** `kind file address attribute`, of each that drift has to tell. */
  readonly told: readonly string[];
  readonly expected: readonly {
    /** Address, or id of what is in no code. */
    readonly name: string;
    /** Checks that have to be told of. */
    readonly worse: readonly string[];
    readonly event: string;
    readonly revert: string | null;
    readonly importBlock: string | null;
  }[];
  /** CloudTrail records. */
  readonly events: readonly object[];
}

type Change = Changed['expected'][number] & { readonly told: readonly string[]; readonly record: object };

export async function changeByHand(connection: Connection, applied: Applied): Promise<Changed> {
  const doing = new Doing(connection, applied);
  const changes = [
    await doing.openSsh(),
    await doing.unblockBucket(),
    await doing.retag(),
    await doing.stopRotation(),
    await doing.deleteQueue(),
    await doing.makeBucket(),
  ];
  const rewritten = await doing.rewritePolicy();
  return { told: changes.flatMap(({ told }) => told), expected: changes, events: [...changes.map(({ record }) => record), rewritten] };
}

class Doing {
  readonly #connection: Connection;
  readonly #applied: Applied;
  #hour = 0;

  constructor(connection: Connection, applied: Applied) {
    this.#connection = connection;
    this.#applied = applied;
  }

  async openSsh(): Promise<Change> {
    const GroupId = this.#made('hr/portal', 'aws_security_group.files', 'id');
    const IpPermissions = [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }];
    await new EC2Client(this.#connection).send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
    return {
      told: ['changed hr/portal/main.tf aws_security_group.files ingress[]'],
      name: 'aws_security_group.files',
      worse: ['aws-ec2-sg-no-ssh-from-internet'],
      ...this.#done('ec2', 'AuthorizeSecurityGroupIngress', { groupId: GroupId }),
      ...{ revert: 'terraform -chdir=hr/portal apply -target=aws_security_group.files', importBlock: null },
    };
  }

  async unblockBucket(): Promise<Change> {
    const Bucket = this.#made('ec/production', 'module.bucket_customer_data.aws_s3_bucket.this', 'id');
    const open = { BlockPublicAcls: false, IgnorePublicAcls: false, BlockPublicPolicy: false, RestrictPublicBuckets: false };
    const client = new S3Client({ ...this.#connection, forcePathStyle: true });
    await client.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: open }));
    const name = 'module.bucket_customer_data.aws_s3_bucket.this';
    return {
      told: Object.keys(open).map(
        (each) => `changed modules/private-bucket/main.tf ${name} publicAccessBlock.${each.charAt(0).toLowerCase()}${each.slice(1)}`,
      ),
      name,
      worse: [],
      ...this.#done('s3', 'PutBucketPublicAccessBlock', { bucketName: Bucket }),
      ...{ revert: 'terraform -chdir=ec/production apply', importBlock: null },
    };
  }

  async retag(): Promise<Change> {
    const id = this.#made('data/analytics', 'aws_ebs_volume.worker_scratch', 'id');
    await new EC2Client(this.#connection).send(new CreateTagsCommand({ Resources: [id], Tags: [{ Key: 'Owner', Value: 'nobody' }] }));
    return {
      told: ['changed data/analytics/eks.tf aws_ebs_volume.worker_scratch tagged-resource.tags.Owner'],
      name: 'aws_ebs_volume.worker_scratch',
      worse: [],
      ...this.#done('ec2', 'CreateTags', { resourcesSet: { items: [{ resourceId: id }] } }),
      ...{ revert: 'terraform -chdir=data/analytics apply -target=aws_ebs_volume.worker_scratch', importBlock: null },
    };
  }

  async stopRotation(): Promise<Change> {
    const KeyId = this.#made('platform/security-baseline', 'aws_kms_key.this["data"]', 'arn');
    await new KMSClient(this.#connection).send(new DisableKeyRotationCommand({ KeyId }));
    return {
      told: ['changed platform/security-baseline/main.tf aws_kms_key.this["data"] rotates'],
      name: 'aws_kms_key.this["data"]',
      worse: ['aws-kms-key-rotation-enabled'],
      ...this.#done('kms', 'DisableKeyRotation', { keyId: KeyId }),
      ...{ revert: 'terraform -chdir=platform/security-baseline apply', importBlock: null },
    };
  }

  async deleteQueue(): Promise<Change> {
    const QueueUrl = this.#made('ec/production', 'aws_sqs_queue.this["points"]', 'id');
    await new SQSClient(this.#connection).send(new DeleteQueueCommand({ QueueUrl }));
    return {
      told: ['missing ec/production/loyalty.tf aws_sqs_queue.this["points"]'],
      name: 'aws_sqs_queue.this["points"]',
      worse: [],
      ...this.#done('sqs', 'DeleteQueue', { queueUrl: QueueUrl }),
      ...{ revert: 'terraform -chdir=ec/production apply', importBlock: null },
    };
  }

  async makeBucket(): Promise<Change> {
    const Bucket = 'scratch-bucket';
    const client = new S3Client({ ...this.#connection, forcePathStyle: true });
    await client.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'ap-northeast-1' } }));
    return {
      told: ['unmanaged arn:aws:s3:::scratch-bucket'],
      name: 'arn:aws:s3:::scratch-bucket',
      worse: ['aws-s3-bucket-versioning'],
      ...this.#done('s3', 'CreateBucket', { bucketName: Bucket }),
      ...{ revert: null, importBlock: 'import {\n  to = aws_s3_bucket.scratch-bucket\n  id = "scratch-bucket"\n}' },
    };
  }

  /** The same rights in other words: other order, lists of one for texts, actions in another case, names of statements. */
  async rewritePolicy(): Promise<object> {
    const client = new IAMClient(this.#connection);
    const named = { RoleName: 'minato-hr-portal', PolicyName: 'records' };
    const { PolicyDocument = '' } = await client.send(new GetRolePolicyCommand(named));
    const policy = JSON.parse(decodeURIComponent(PolicyDocument)) as { readonly Statement: readonly Readonly<Record<string, unknown>>[] };
    const listed = (value: unknown): readonly unknown[] => [value].flat().toReversed();
    const Statement = policy.Statement.toReversed().map((each, index) => ({
      Resource: listed(each['Resource']),
      ...each,
      Sid: `Rewritten${index}`,
      Action: listed(each['Action']).map((action) => String(action).replace(/:.*/, (word) => word.toUpperCase())),
    }));
    await client.send(
      new PutRolePolicyCommand({ ...named, PolicyDocument: JSON.stringify({ Statement, Version: '2012-10-17' }, null, 4) }),
    );
    return this.#done('iam', 'PutRolePolicy', { roleName: named.RoleName, policyName: named.PolicyName }).record;
  }

  #made(root: string, address: string, output: string): string {
    const found = this.#applied.created.find(({ rootDir, resource }) => rootDir === root && resource.address === address);
    return String(must(found?.outputs[output], `${root} ${address} ${output}`));
  }

  #done(service: string, eventName: string, requestParameters: object): Pick<Change, 'event' | 'record'> {
    this.#hour += 1;
    const record = {
      ...{ eventVersion: '1.11', eventTime: `2026-11-21T${String(this.#hour).padStart(2, '0')}:00:00Z`, eventName, requestParameters },
      ...{ eventSource: `${service}.amazonaws.com`, awsRegion: 'ap-northeast-1', sourceIPAddress: '198.51.100.7' },
      userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/ito.sora' },
      ...{ recipientAccountId: '123456789012', readOnly: false, eventID: `event-${this.#hour}` },
    };
    return { event: `${service}:${eventName}`, record };
  }
}
