package io.emaki.persona.web;

import io.emaki.media.MediaLinks;
import io.emaki.persona.ShownPicture;

record PictureView(String url, String sha256, int width, int height) {

    static PictureView of(ShownPicture picture, MediaLinks links) {
        return new PictureView(links.png(picture.sha256()), picture.sha256(), picture.width(), picture.height());
    }
}
