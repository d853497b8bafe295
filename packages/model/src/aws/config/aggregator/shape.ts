/** Collects AWS Config data of several regions or accounts. Source: hashicorp/aws documentation of aws_config_configuration_aggregator, read 2026-11-22. */
export interface Aggregator {
  /** Every region, also those that AWS opens later. Default false. */
  readonly allRegions: boolean;
}
