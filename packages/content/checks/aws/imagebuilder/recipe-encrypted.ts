/** The snapshots behind an image are copied with it. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Image recipes encrypt their volumes with a customer managed key',
    ja: 'イメージレシピのボリュームがカスタマー管理キーで暗号化されている',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.imagebuilder.recipe',
  why: {
    en: 'The snapshots behind an image are shared and copied with it; encrypted by a key of your own they stay useless to others.',
    ja: 'イメージのスナップショットは共有や複製の対象になります。自社の鍵で暗号化すれば、他者には利用できません。',
  },
  fix: {
    summary: {
      en: 'Set encrypted to true and kms_key_id for each EBS volume.',
      ja: '各 EBS ボリュームの encrypted を true にし、kms_key_id を指定してください。',
    },
    terraform: `resource "aws_imagebuilder_image_recipe" "base" {
  name         = "base"
  parent_image = "arn:aws:imagebuilder:ap-northeast-1:aws:image/amazon-linux-2023-x86/x.x.x"
  version      = "1.0.0"
  block_device_mapping {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 30
      encrypted   = true
      kms_key_id  = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
  }
}`,
    cloudformation: `Resources:
  Base:
    Type: AWS::ImageBuilder::ImageRecipe
    Properties:
      Name: base
      ParentImage: arn:aws:imagebuilder:ap-northeast-1:aws:image/amazon-linux-2023-x86/x.x.x
      Version: 1.0.0
      BlockDeviceMappings:
        - DeviceName: /dev/xvda
          Ebs:
            VolumeSize: 30
            Encrypted: true
            KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/imagebuilder/latest/userguide/create-image-recipes.html'],
  equivalents: ['CKV_AWS_200'],
  noFramework: 'no control mapping yet',
  evaluate(recipe) {
    if (none(recipe.volumes, (volume) => volume.isEbs && !(volume.isEncrypted && volume.hasCustomerKey))) return pass();
    return fail({
      en: `Recipe ${recipe.name} has a volume that is not encrypted with a customer managed key`,
      ja: `レシピ ${recipe.name} にカスタマー管理キーで暗号化されていないボリュームがあります`,
    });
  },
  examples: [
    fails(
      'encrypted with the key of AWS',
      `resource "aws_imagebuilder_image_recipe" "base" {
  name         = "base"
  parent_image = "arn:aws:imagebuilder:ap-northeast-1:aws:image/amazon-linux-2023-x86/x.x.x"
  version      = "1.0.0"
  block_device_mapping {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 30
      encrypted   = true
    }
  }
}`,
      {
        cloudformation: `Resources:
  Base:
    Type: AWS::ImageBuilder::ImageRecipe
    Properties:
      Name: base
      ParentImage: arn:aws:imagebuilder:ap-northeast-1:aws:image/amazon-linux-2023-x86/x.x.x
      Version: 1.0.0
      BlockDeviceMappings:
        - DeviceName: /dev/xvda
          Ebs:
            VolumeSize: 30
            Encrypted: true`,
      },
    ),
    fails(
      'not encrypted',
      `resource "aws_imagebuilder_image_recipe" "base" {
  name         = "base"
  parent_image = "arn:aws:imagebuilder:ap-northeast-1:aws:image/amazon-linux-2023-x86/x.x.x"
  version      = "1.0.0"
  block_device_mapping {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 30
    }
  }
}`,
      {
        cloudformation: `Resources:
  Base:
    Type: AWS::ImageBuilder::ImageRecipe
    Properties:
      Name: base
      ParentImage: arn:aws:imagebuilder:ap-northeast-1:aws:image/amazon-linux-2023-x86/x.x.x
      Version: 1.0.0
      BlockDeviceMappings:
        - DeviceName: /dev/xvda
          Ebs:
            VolumeSize: 30`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_imagebuilder_image_recipe" "base" {
  name         = "base"
  parent_image = "arn:aws:imagebuilder:ap-northeast-1:aws:image/amazon-linux-2023-x86/x.x.x"
  version      = "1.0.0"
  block_device_mapping {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 30
      encrypted   = true
      kms_key_id  = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Base:
    Type: AWS::ImageBuilder::ImageRecipe
    Properties:
      Name: base
      ParentImage: arn:aws:imagebuilder:ap-northeast-1:aws:image/amazon-linux-2023-x86/x.x.x
      Version: 1.0.0
      BlockDeviceMappings:
        - DeviceName: /dev/xvda
          Ebs:
            VolumeSize: 30
            Encrypted: true
            KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
