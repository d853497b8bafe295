/** The estate that the live AWS test makes in moto: a good and a bad one of everything, and what has to be said of them. */
import type { Status } from '@kumomori/model';
import * as apigateway from './apigateway.ts';
import * as apigatewayv2 from './apigatewayv2.ts';
import * as appsync from './appsync.ts';
import * as athena from './athena.ts';
import * as autoscaling from './autoscaling.ts';
import * as batch from './batch.ts';
import * as cloudformation from './cloudformation.ts';
import * as cloudfront from './cloudfront.ts';
import * as codebuild from './codebuild.ts';
import * as cognito from './cognito.ts';
import * as dynamodb from './dynamodb.ts';
import * as ec2 from './ec2.ts';
import * as ecr from './ecr.ts';
import * as ecs from './ecs.ts';
import * as efs from './efs.ts';
import * as eks from './eks.ts';
import * as elasticache from './elasticache.ts';
import * as elb from './elb.ts';
import * as elbv2 from './elbv2.ts';
import * as emr from './emr.ts';
import * as firehose from './firehose.ts';
import * as fsx from './fsx.ts';
import * as glue from './glue.ts';
import * as iam from './iam.ts';
import * as kinesis from './kinesis.ts';
import * as lambda from './lambda.ts';
import * as memorydb from './memorydb.ts';
import * as mq from './mq.ts';
import * as opensearch from './opensearch.ts';
import * as rds from './rds.ts';
import * as redshift from './redshift.ts';
import * as route53 from './route53.ts';
import * as s3 from './s3.ts';
import * as sagemaker from './sagemaker.ts';
import * as scheduler from './scheduler.ts';
import * as security from './security.ts';
import * as sns from './sns.ts';
import * as sqs from './sqs.ts';
import * as stepfunctions from './stepfunctions.ts';
import * as transfer from './transfer.ts';
import * as wafv2 from './wafv2.ts';

/** How clients of the SDK reach the server. */
export interface Connection {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** `[check, name of the resource, its tag Name or the end of its id, verdict]` */
export type Expectation = readonly [check: string, resource: string, status: Status];

export interface EstatePart {
  build(connection: Connection): Promise<void>;
  readonly expected: readonly Expectation[];
}

/** Not here: DMS and MSK, whose dates moto writes in a form that the SDK cannot read, and DocumentDB, which it lacks. */
export const parts: Readonly<Record<string, EstatePart>> = {
  apigateway,
  apigatewayv2,
  appsync,
  athena,
  autoscaling,
  batch,
  cloudformation,
  cloudfront,
  codebuild,
  cognito,
  dynamodb,
  ec2,
  ecr,
  ecs,
  efs,
  eks,
  elasticache,
  elb,
  elbv2,
  emr,
  firehose,
  fsx,
  glue,
  iam,
  kinesis,
  lambda,
  memorydb,
  mq,
  opensearch,
  rds,
  redshift,
  route53,
  s3,
  sagemaker,
  scheduler,
  security,
  sns,
  sqs,
  stepfunctions,
  transfer,
  wafv2,
};

/** Flow logs want their bucket; everything else stands alone. */
export async function buildEstate(connection: Connection): Promise<void> {
  await s3.build(connection);
  await Promise.all(
    Object.entries(parts).map(async ([name, part]) => {
      if (name === 's3') return;
      try {
        await part.build(connection);
      } catch (cause) {
        throw new Error(`${name} could not be made`, { cause });
      }
    }),
  );
}
