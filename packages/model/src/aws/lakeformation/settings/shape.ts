/** Defaults of a data lake. Source: hashicorp/aws documentation of aws_lakeformation_data_lake_settings, AWS::LakeFormation::DataLakeSettings, read 2026-11-22. */
export interface LakeSettings {
  /** Granted on every new database. */
  readonly databaseDefaults: readonly DefaultGrant[];
  /** Granted on every new table. */
  readonly tableDefaults: readonly DefaultGrant[];
}

export interface DefaultGrant {
  /** `IAM_ALLOWED_PRINCIPALS` stands for everybody whom IAM allows. */
  readonly principal: string | undefined;
}
