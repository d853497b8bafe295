/** An Elastic Beanstalk environment. Source: hashicorp/aws documentation of aws_elastic_beanstalk_environment; Elastic Beanstalk Developer Guide, "General options for all environments"; read 2026-11-22. */
export interface BeanstalkEnvironment {
  /** Those of a saved configuration are not seen. */
  readonly settings: readonly BeanstalkSetting[];
}

export interface BeanstalkSetting {
  /** `aws:elasticbeanstalk:managedactions` … */
  readonly namespace: string | undefined;
  readonly option: string | undefined;
  readonly value: string | undefined;
}
