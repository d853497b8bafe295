/** Why a file is taken for what it is (parsers/src/code/detect.ts), in Japanese. */
export const inputReasons: ReadonlyMap<string, string> = new Map([
  ['name ends like Terraform code', '名前が Terraform コードの拡張子'],
  ['name ends like Terraform variables', '名前が Terraform 変数ファイルの拡張子'],
  ['name ends in .tfstate', '名前が .tfstate で終わる'],
  ['name ends in .bicep', '名前が .bicep で終わる'],
  ['name ends in .bicepparam', '名前が .bicepparam で終わる'],
  ['name is that of a Dockerfile', '名前が Dockerfile'],
  ['name is that of a compose file', '名前が compose ファイル'],
  ['name is that of a kustomization', '名前が kustomization'],
  ['name is that of a Helm chart', '名前が Helm チャート'],
  ['$schema is that of deployment parameters', '$schema がデプロイパラメーター'],
  ['$schema is that of a deployment template', '$schema がデプロイテンプレート'],
  ['has planned_values or resource_changes', 'planned_values または resource_changes がある'],
  ['has terraform_version and lineage', 'terraform_version と lineage がある'],
  ['has AWSTemplateFormatVersion', 'AWSTemplateFormatVersion がある'],
  ['has Resources of AWS types', 'AWS タイプの Resources がある'],
  ['has apiVersion and kind', 'apiVersion と kind がある'],
]);
