/** APIs: who may call them, and what is behind. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exposure } from '@kumomori/engine';
import { exposureOf } from '@kumomori/engine';
import { readEstate } from '@kumomori/model';
import { exampleRoots } from './example-resources.ts';

const exposed = (code: string): readonly Exposure[] =>
  exposureOf(readEstate(exampleRoots('terraform', code, 'aws.ec2.instance'), { account: '123456789012' }));

const REST = `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_lambda_function" "orders" {
  function_name = "orders"
}
resource "aws_api_gateway_integration" "get" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  type        = "AWS_PROXY"
  uri         = aws_lambda_function.orders.invoke_arn
}
`;
const method = (name: string, authorization: string, verb = 'GET'): string => `resource "aws_api_gateway_method" "${name}" {
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  http_method   = "${verb}"
  authorization = "${authorization}"
}
`;
const ROUTES = `resource "aws_apigatewayv2_api" "orders" {
  name          = "orders"
  protocol_type = "HTTP"
}
resource "aws_apigatewayv2_route" "get" {
  api_id             = aws_apigatewayv2_api.orders.id
  route_key          = "GET /"
  authorization_type = "JWT"
}
`;

const CASES: readonly (readonly [title: string, code: string, login: string | null])[] = [
  ['without methods nothing is told', REST, null],
  ['a method for everybody', REST + method('a', 'NONE'), 'none'],
  ['one open method among others', REST + method('a', 'NONE') + method('b', 'AWS_IAM'), 'none'],
  ['all with IAM', REST + method('a', 'AWS_IAM'), 'iam'],
  ['with pools of users', REST + method('a', 'COGNITO_USER_POOLS') + method('b', 'AWS_IAM'), 'authorizer'],
  ['what browsers ask before is no method', REST + method('a', 'AWS_IAM') + method('b', 'NONE', 'OPTIONS'), 'iam'],
  ['one that nobody knows', `variable "how" {}\n${REST}${method('a', 'AWS_IAM')}${method('b', '${var.how}')}`, null],
  ['routes of HTTP APIs', ROUTES, 'authorizer'],
  ['a route without authorization', ROUTES.replace('  authorization_type = "JWT"\n', ''), 'none'],
];

for (const [title, code, login] of CASES) {
  test(`login of an API: ${title}`, () => {
    const api = exposed(code).find(({ type, from }) => /api/.test(type) && from === 'internet');
    assert.equal(api?.reachable, true);
    assert.equal(api.login, login);
  });
}

test('an API leads to its function', () => {
  const found = exposed(REST).find(({ node, from }) => node === 'aws_lambda_function.orders' && from === 'aws_api_gateway_rest_api.orders');
  assert.equal(found?.reachable, true);
});

test('a link leads to the load balancer behind it', () => {
  const code = `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_lb" "orders" {
  load_balancer_type = "network"
  internal           = true
  subnets            = [aws_subnet.private.id]
}
resource "aws_lb_listener" "orders" {
  load_balancer_arn = aws_lb.orders.arn
  port              = 80
  protocol          = "TCP"
}
resource "aws_api_gateway_vpc_link" "orders" {
  name        = "orders"
  target_arns = [aws_lb.orders.arn]
}
resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_integration" "get" {
  rest_api_id     = aws_api_gateway_rest_api.orders.id
  type            = "HTTP_PROXY"
  connection_type = "VPC_LINK"
  connection_id   = aws_api_gateway_vpc_link.orders.id
  uri             = "http://orders.example.com/"
}
`;
  const ways = exposed(code).filter(({ node }) => node === 'aws_lb.orders');
  assert.deepEqual(
    ways.map(({ from, reachable }) => [from, reachable]),
    [
      ['internet', false],
      ['aws_api_gateway_rest_api.orders', true],
    ],
  );
});
