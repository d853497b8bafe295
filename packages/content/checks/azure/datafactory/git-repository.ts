import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Data factory keeps its pipelines in Git', ja: 'データファクトリのパイプラインが Git で管理されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.datafactory.factory',
  why: {
    en: 'Without a repository nobody reviews a change, and nobody can go back.',
    ja: 'リポジトリがなければ、変更は誰にも確認されず元にも戻せません。',
  },
  fix: {
    summary: {
      en: 'Add github_configuration or vsts_configuration.',
      ja: 'github_configuration か vsts_configuration を追加してください。',
    },
    terraform: `resource "azurerm_data_factory" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  github_configuration {
    account_name    = "example"
    branch_name     = "main"
    git_url         = "https://github.com"
    repository_name = "pipelines"
    root_folder     = "/"
  }
}`,
    arm: `{
  "properties": {
    "repoConfiguration": {
      "type": "FactoryGitHubConfiguration",
      "accountName": "example",
      "repositoryName": "pipelines",
      "collaborationBranch": "main",
      "rootFolder": "/"
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/data-factory/source-control'],
  equivalents: ['CKV_AZURE_103'],
  noFramework: 'no control mapping yet',
  evaluate(factory) {
    if (factory.hasRepository) return pass();
    return fail({
      en: `Data factory ${factory.name} has no Git repository`,
      ja: `データファクトリ ${factory.name} に Git リポジトリがありません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_data_factory" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  github_configuration {
    account_name    = "example"
    branch_name     = "main"
    git_url         = "https://github.com"
    repository_name = "pipelines"
    root_folder     = "/"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DataFactory/factories",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "repoConfiguration": {
          "type": "FactoryGitHubConfiguration",
          "accountName": "example",
          "repositoryName": "pipelines",
          "collaborationBranch": "main",
          "rootFolder": "/"
        }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_data_factory" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DataFactory/factories",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast"
    }
  ]
}`,
      },
    ),
  ],
});
