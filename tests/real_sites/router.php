<?php
/* Files and folders of the site as they are; every other address is a pretty one. */
$path = $_SERVER['DOCUMENT_ROOT'] . urldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
if (is_file($path) || is_file(rtrim($path, '/') . '/index.php')) {
    return false;
}
// What is prepended to every other script is not prepended to this one.
defined('ABSPATH') || define('ABSPATH', $_SERVER['DOCUMENT_ROOT'] . '/');
$_SERVER['SCRIPT_NAME'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
