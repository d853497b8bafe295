import assert from 'node:assert/strict';
import { test } from 'node:test';
import { armSpelling } from './address.ts';

test("types of Resource Manager are written as the readers write them, others in lower case, other providers' types as they are", () => {
  const spell = armSpelling(['Microsoft.Storage/storageAccounts']);
  assert.equal(spell('microsoft.storage/StorageAccounts'), 'Microsoft.Storage/storageAccounts');
  assert.equal(spell('microsoft.insights/diagnosticSettings'), spell('Microsoft.Insights/diagnosticsettings'));
  assert.equal(spell('azurerm_storage_account'), 'azurerm_storage_account');
});
