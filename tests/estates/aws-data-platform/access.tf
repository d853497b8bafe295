data "aws_iam_policy_document" "trust" {
  for_each = toset(["glue", "redshift", "elasticmapreduce", "ec2", "sagemaker"])
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["${each.key}.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "glue" {
  name               = "lake-glue"
  assume_role_policy = data.aws_iam_policy_document.trust["glue"].json
}

resource "aws_iam_role_policy_attachment" "glue" {
  role       = aws_iam_role.glue.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"
}

resource "aws_iam_role_policy" "glue" {
  name = "lake"
  role = aws_iam_role.glue.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Lake", Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], Resource = [for name in ["raw", "curated"] : "${aws_s3_bucket.lake[name].arn}/*"] },
      { Sid = "Scripts", Effect = "Allow", Action = "s3:GetObject", Resource = "${aws_s3_bucket.lake["scripts"].arn}/*" },
      { Sid = "Key", Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = aws_kms_key.lake.arn },
    ]
  })
}

resource "aws_iam_role" "warehouse" {
  name               = "lake-warehouse"
  assume_role_policy = data.aws_iam_policy_document.trust["redshift"].json
}

resource "aws_iam_role_policy" "warehouse" {
  name = "load"
  role = aws_iam_role.warehouse.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Curated", Effect = "Allow", Action = "s3:GetObject", Resource = "${aws_s3_bucket.lake["curated"].arn}/*" },
      { Sid = "Key", Effect = "Allow", Action = "kms:Decrypt", Resource = aws_kms_key.lake.arn },
    ]
  })
}

resource "aws_iam_role" "emr_service" {
  name               = "lake-emr-service"
  assume_role_policy = data.aws_iam_policy_document.trust["elasticmapreduce"].json
}

resource "aws_iam_role_policy_attachment" "emr_service" {
  role       = aws_iam_role.emr_service.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonEMRServicePolicy_v2"
}

resource "aws_iam_role" "emr" {
  name               = "lake-emr"
  assume_role_policy = data.aws_iam_policy_document.trust["ec2"].json
}

resource "aws_iam_instance_profile" "emr" {
  name = "lake-emr"
  role = aws_iam_role.emr.name
}

resource "aws_iam_role_policy" "emr" {
  name = "lake"
  role = aws_iam_role.emr.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Curated", Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "${aws_s3_bucket.lake["curated"].arn}/*" },
      { Sid = "Key", Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = aws_kms_key.lake.arn },
      { Sid = "Logs", Effect = "Allow", Action = "s3:PutObject", Resource = "${aws_s3_bucket.lake["logs"].arn}/emr/*" },
    ]
  })
}

# notebooks of analysts: totals only. Jobs are started from here, so PassRole was needed.
resource "aws_iam_role" "notebook" {
  name               = "lake-notebook"
  assume_role_policy = data.aws_iam_policy_document.trust["sagemaker"].json
}

resource "aws_iam_role_policy" "notebook" {
  name = "work"
  role = aws_iam_role.notebook.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Totals", Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = [aws_s3_bucket.statistics.arn, "${aws_s3_bucket.statistics.arn}/*"] },
      { Sid = "Jobs", Effect = "Allow", Action = ["glue:CreateJob", "glue:StartJobRun", "glue:GetJobRun"], Resource = "*" },
      { Sid = "Pass", Effect = "Allow", Action = "iam:PassRole", Resource = aws_iam_role.glue.arn, Condition = { StringEquals = { "iam:PassedToService" = "glue.amazonaws.com" } } },
    ]
  })
}

resource "aws_iam_group" "analysts" {
  name = "analysts"
}

resource "aws_iam_group_policy" "analysts" {
  name  = "analyze"
  group = aws_iam_group.analysts.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Query", Effect = "Allow", Action = ["athena:StartQueryExecution", "athena:GetQueryResults", "glue:GetTable", "glue:GetDatabase"], Resource = "*" },
      { Sid = "Totals", Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = [aws_s3_bucket.statistics.arn, "${aws_s3_bucket.statistics.arn}/*"] },
      { Sid = "Notebook", Effect = "Allow", Action = "sagemaker:CreatePresignedNotebookInstanceUrl", Resource = aws_sagemaker_notebook_instance.analysts.arn },
    ]
  })
}

# keeps the job scripts
resource "aws_iam_group" "engineers" {
  name = "engineers"
}

resource "aws_iam_group_policy" "engineers" {
  name  = "scripts"
  group = aws_iam_group.engineers.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Scripts", Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "${aws_s3_bucket.lake["scripts"].arn}/*" },
      { Sid = "Runs", Effect = "Allow", Action = ["glue:GetJobRun", "glue:StartJobRun"], Resource = "*" },
    ]
  })
}

resource "aws_iam_user" "analyst" {
  for_each = toset(["mori.aoi", "ono.riku"])
  name     = each.key
}

resource "aws_iam_user_group_membership" "analyst" {
  for_each = aws_iam_user.analyst
  user     = each.value.name
  groups   = [aws_iam_group.analysts.name]
}

resource "aws_iam_user" "engineer" {
  name = "hara.nao"
}

resource "aws_iam_user_group_membership" "engineer" {
  user   = aws_iam_user.engineer.name
  groups = [aws_iam_group.engineers.name]
}

# reads everything by right: the data protection officer
resource "aws_iam_role" "officer" {
  name = "data-protection-officer"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
    }]
  })
}

resource "aws_iam_role_policy" "officer" {
  name = "read"
  role = aws_iam_role.officer.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = "*" },
      { Effect = "Allow", Action = "kms:Decrypt", Resource = aws_kms_key.lake.arn },
    ]
  })
}

# the reporting vendor reads the curated zone; the external id was left out
resource "aws_iam_role" "vendor" {
  name = "reporting-vendor"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::345678901234:root" } }]
  })
}

resource "aws_iam_role_policy" "vendor" {
  name = "read"
  role = aws_iam_role.vendor.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Curated", Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = [aws_s3_bucket.lake["curated"].arn, "${aws_s3_bucket.lake["curated"].arn}/*"] },
      { Sid = "Key", Effect = "Allow", Action = "kms:Decrypt", Resource = aws_kms_key.lake.arn },
    ]
  })
}
