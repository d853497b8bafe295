# みなとポイント (loyalty app): API Gateway -> Lambda -> DynamoDB
resource "aws_dynamodb_table" "this" {
  for_each = var.tables

  name                        = "${local.prefix}-${each.key}"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = each.value.hash_key
  deletion_protection_enabled = true

  attribute {
    name = each.value.hash_key
    type = "S"
  }

  point_in_time_recovery {
    enabled = each.value.point_in_time_recovery
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = data.terraform_remote_state.baseline.outputs.data_key_arn
  }

  tags = { DataClass = each.value.data_class }
}

resource "aws_sqs_queue" "this" {
  for_each = toset(["orders", "points", "notifications"])

  name                      = "${local.prefix}-${each.key}"
  sqs_managed_sse_enabled   = true
  message_retention_seconds = 345600
}

resource "aws_cloudwatch_log_group" "loyalty_api" {
  name              = "/aws/lambda/${local.prefix}-loyalty-api"
  retention_in_days = 400
}

resource "aws_iam_role" "loyalty_api" {
  name = "${local.prefix}-loyalty-api"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

data "aws_iam_policy_document" "loyalty_api" {
  statement {
    sid       = "Points"
    actions   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:Query"]
    resources = [for table in aws_dynamodb_table.this : table.arn]
  }

  statement {
    sid       = "Logs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.loyalty_api.arn}:*"]
  }
}

resource "aws_iam_role_policy" "loyalty_api" {
  name   = "points"
  role   = aws_iam_role.loyalty_api.id
  policy = data.aws_iam_policy_document.loyalty_api.json
}

resource "aws_lambda_function" "loyalty_api" {
  function_name = "${local.prefix}-loyalty-api"
  role          = aws_iam_role.loyalty_api.arn
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  s3_bucket     = "${local.prefix}-artifacts"
  s3_key        = "loyalty-api/${var.loyalty_version}.zip"
  timeout       = 10

  environment {
    variables = {
      TABLES    = join(",", [for table in aws_dynamodb_table.this : table.name])
      LOG_LEVEL = "info"
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_api_gateway_rest_api" "loyalty" {
  name = "${local.prefix}-loyalty"
}

resource "aws_api_gateway_resource" "this" {
  for_each = var.loyalty_routes

  rest_api_id = aws_api_gateway_rest_api.loyalty.id
  parent_id   = aws_api_gateway_rest_api.loyalty.root_resource_id
  path_part   = each.key
}

resource "aws_api_gateway_method" "this" {
  for_each = var.loyalty_routes

  rest_api_id   = aws_api_gateway_rest_api.loyalty.id
  resource_id   = aws_api_gateway_resource.this[each.key].id
  http_method   = each.value.method
  authorization = each.value.authorization
  authorizer_id = each.value.authorization == "COGNITO_USER_POOLS" ? aws_api_gateway_authorizer.members.id : null
}

resource "aws_api_gateway_authorizer" "members" {
  name          = "members"
  type          = "COGNITO_USER_POOLS"
  rest_api_id   = aws_api_gateway_rest_api.loyalty.id
  provider_arns = [aws_cognito_user_pool.members.arn]
}

resource "aws_cognito_user_pool" "members" {
  name              = "${local.prefix}-members"
  mfa_configuration = "OPTIONAL"

  software_token_mfa_configuration {
    enabled = true
  }

  password_policy {
    minimum_length = 12
  }
}

resource "aws_lambda_permission" "loyalty_api" {
  statement_id  = "ApiGateway"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.loyalty_api.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.loyalty.execution_arn}/*/*"
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "minato-sessions"
  description                = "Cart and login sessions"
  engine                     = "valkey"
  node_type                  = "cache.m7g.large"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  snapshot_retention_limit   = 7
}
