<?php
/* Installs WordPress and writes the blog that is described in the JSON file named first. */
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('BLOG_ADDRESS'), PHP_URL_HOST);
require_once ABSPATH . 'wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/image.php';

function wp_new_blog_notification($title, $url, $user, $password) {}

$blog = json_decode(file_get_contents($argv[1]), true);
wp_install($blog['title'], 'headmaster', 'head@larkfield.sch.example', true, '', $blog['password']);
wp_set_current_user(1);
update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
update_option('show_avatars', 0);
update_option('thread_comments', 1);
switch_theme('twentytwentythree');
foreach (get_posts(['post_type' => 'any', 'numberposts' => -1]) as $sample) {
    wp_delete_post($sample->ID, true);
}
$people = ['headmaster' => 1];
foreach ($blog['people'] as $person) {
    $people[$person['user_login']] = wp_insert_user($person + ['user_pass' => $blog['password']]);
}
$ids = [];
foreach ($blog['posts'] as $post) {
    $content = $post['content'];
    $attachment = 0;
    if (!empty($post['picture'])) {
        $upload = wp_upload_bits($post['picture']['name'], null, base64_decode($post['picture']['data']));
        $attachment = wp_insert_attachment([
            'post_title' => $post['picture']['name'], 'post_mime_type' => 'image/png',
            'post_author' => $people[$post['author']], 'post_status' => 'inherit',
        ], $upload['file']);
        wp_update_attachment_metadata($attachment, wp_generate_attachment_metadata($attachment, $upload['file']));
        update_post_meta($attachment, '_wp_attachment_image_alt', $post['picture']['alt']);
        $content .= "\n" . wp_get_attachment_image($attachment, 'medium');
    }
    $id = wp_insert_post([
        'post_title' => $post['title'], 'post_content' => $content, 'post_author' => $people[$post['author']],
        'post_status' => $post['status'], 'post_password' => $post['password'] ?? '',
        'post_date_gmt' => $post['date_gmt'], 'post_date' => $post['date_gmt'],
    ], true);
    if (is_wp_error($id)) { fwrite(STDERR, $id->get_error_message()); exit(1); }
    if ($attachment) { wp_update_post(['ID' => $attachment, 'post_parent' => $id]); }
    $ids[$post['title']] = $id;
    foreach ($post['comments'] ?? [] as $comment) {
        $user = $comment['user'] ?? null;
        wp_insert_comment([
            'comment_post_ID' => $id, 'comment_content' => $comment['text'], 'comment_approved' => 1,
            'comment_author' => $comment['author'], 'user_id' => $user ? $people[$user] : 0,
            'comment_author_email' => $comment['author'] . '@example.org', 'comment_date_gmt' => $post['date_gmt'],
            'comment_date' => $post['date_gmt'],
        ]);
    }
}
flush_rewrite_rules();
echo json_encode(['posts' => $ids, 'people' => $people]);
